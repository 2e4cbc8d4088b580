#include "recording/mastered_discs.hpp"

#include <utility>

#include "bus/structures.hpp"
#include "metadata/toc.hpp"
#include "recording/disc_metadata.hpp"

namespace redbook {
namespace {

std::vector<DiscPart> parts_of(const Disc &whole, const Settings &settings) {
  if (settings.on_full == OnFull::next_disc)
    return divided(whole, settings.disc_capacity());
  return {DiscPart{whole, {}, {}}};
}

// "on disc 2 of 3, its ISRC ...": the sentences speak of one disc each.
Finding of_disc(Finding finding, std::size_t number, std::size_t count) {
  if (count > 1)
    finding.sentence = "on disc " + std::to_string(number) + " of " +
                       std::to_string(count) + ", " + finding.sentence;
  return finding;
}

}  // namespace

MasteredDiscs mastered_discs(const Disc &described, const Settings &settings) {
  MasteredDiscs discs{described, parts_of(described, settings), {}, true};
  for (std::size_t i = 0; i < discs.parts.size(); ++i) {
    auto &part = discs.parts[i];
    auto linted = mastered(std::move(part.disc), settings);
    part.disc = std::move(linted.disc);
    part.findings.insert(part.findings.end(), linted.findings.begin(),
                         linted.findings.end());
    discs.can_be_made = discs.can_be_made && linted.can_be_made();
    for (const auto &finding : part.findings)
      discs.findings.push_back(of_disc(finding, i + 1, discs.parts.size()));
  }
  if (discs.is_one()) discs.whole = discs.parts.front().disc;
  return discs;
}

void tell_of(const MasteredDiscs &discs, Outbox &outbox) {
  auto *source = GST_OBJECT(outbox.element());
  for (const auto &part : discs.parts) {
    outbox.add(gst_message_new_tag(source, identity_tags_of(part.disc).release()));
    outbox.add(gst_message_new_toc(source, toc_of(part.disc).get(), FALSE));
  }
}

}  // namespace redbook
