#include "bus/findings.hpp"

#include <map>
#include <string>

#include "util/log.hpp"

namespace redbook {
namespace {

struct Kind {
  const Finding *first = nullptr;
  int count = 0;
  std::string all;
};

std::string sentence(const Kind &kind) {
  auto text = sentence_of(*kind.first);
  if (kind.count > 1)
    text += " (And " + std::to_string(kind.count - 1) + " more like it.)";
  return text;
}

}  // namespace

void tell_of(const Findings &findings, Outbox &outbox) {
  std::map<std::string, Kind> kinds;
  for (const auto &finding : findings) {
    GST_INFO_OBJECT(outbox.element(), "%s: %s", finding.name.c_str(),
                    sentence_of(finding).c_str());
    if (finding.severity != Severity::warning) continue;
    auto &kind = kinds[finding.name];
    if (kind.count++ == 0) kind.first = &finding;
    kind.all += finding.name + ": " + sentence_of(finding) + "\n";
  }
  for (const auto &[name, kind] : kinds) outbox.warn(sentence(kind), kind.all);
}

}  // namespace redbook
