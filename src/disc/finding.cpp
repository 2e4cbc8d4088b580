#include "disc/finding.hpp"

#include <algorithm>

namespace redbook {

bool is_verified(const Findings &findings) {
  return std::any_of(findings.begin(), findings.end(), [](const Finding &finding) {
    return finding.name == verified_finding;
  });
}

std::string sentence_of(const Finding &finding) {
  const auto subject = finding.track > 0 ? "Track " + std::to_string(finding.track) + ": "
                                         : std::string{"Disc: "};
  return subject + finding.sentence +
         (finding.action.empty() ? "" : " " + finding.action);
}

}  // namespace redbook
