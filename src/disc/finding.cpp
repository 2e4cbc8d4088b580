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

Error error_of(const Findings &findings) {
  std::string sentences;
  for (const auto &finding : findings)
    if (finding.severity == Severity::error)
      sentences += (sentences.empty() ? "" : " ") + sentence_of(finding);
  return {Fault::layout, Result::invalid_image, "The disc cannot be made. " + sentences};
}

}  // namespace redbook
