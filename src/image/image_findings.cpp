#include "image/image_findings.hpp"

#include <array>
#include <utility>

#include "image/cue.hpp"
#include "text/text_field.hpp"

namespace redbook {
namespace {

using Item = std::string Texts::*;

constexpr std::array<std::pair<const char *, Item>, 6> items{
    {{"title", &Texts::title},
     {"performer", &Texts::performer},
     {"songwriter", &Texts::songwriter},
     {"composer", &Texts::composer},
     {"arranger", &Texts::arranger},
     {"message", &Texts::message}}};

Finding scms_of(int track) {
  return {"IMAGE_SCMS",
          Severity::warning,
          track,
          "it is marked as a copy (SCMS), and a cdrdao TOC has no word for that.",
          "The TOC says that it may not be copied.",
          0};
}

Findings of_toc(const Disc &disc) {
  Findings findings;
  int number = 0;
  for (const auto &track : disc.tracks) {
    ++number;
    if (track.subcode.copy == Copy::scms) findings.push_back(scms_of(number));
  }
  return findings;
}

std::string without_blanks_around(const std::string &text) {
  const auto first = text.find_first_not_of(' ');
  if (first == std::string::npos) return {};
  return text.substr(first, text.find_last_not_of(' ') + 1 - first);
}

/// What a cue sheet makes of the texts of one disc.
class SheetTexts {
 public:
  explicit SheetTexts(const Disc &disc) : disc_{disc} {}

  Findings findings() {
    check("genre", disc_.genre);
    check(disc_.texts);
    for (const auto &track : disc_.tracks) {
      ++number_;
      check(track.texts);
    }
    if (!has_packs() && translated_) add_languages();
    return std::move(findings_);
  }

 private:
  bool has_packs() const { return !disc_.cdtext.empty(); }

  void check(const Texts &texts) {
    for (const auto &[noun, item] : items) check(noun, texts.*item);
    translated_ |= !texts.translated.empty();
  }

  // Of other changes the packs say themselves: they have of a text what the sheet has,
  // or less, but for double quotes and longer texts.
  void check(const char *noun, const std::string &text) {
    const auto whole = without_blanks_around(text);
    const auto in_sheet = without_blanks_around(cue_text(whole));
    const bool is_of_the_sheet =
        whole.find('"') != std::string::npos || whole.size() > max_text_field_length;
    if (in_sheet == whole || (has_packs() && !is_of_the_sheet)) return;
    findings_.push_back(
        {"IMAGE_TEXT_CHANGED", has_packs() ? Severity::note : Severity::warning, number_,
         std::string{"its "} + noun + " is not in the cue sheet as it came" +
             (has_packs() ? ", but in the CD-TEXT beside it." : "."),
         "The sheet has \"" + in_sheet + "\".", 0});
  }

  void add_languages() {
    findings_.push_back({"IMAGE_LANGUAGES", Severity::warning, 0,
                         "it has texts in several languages, and a cue sheet without "
                         "CD-TEXT holds one.",
                         "The others were left out.", 0});
  }

  const Disc &disc_;
  Findings findings_;
  int number_ = 0;  // of the track being looked at; 0: the disc
  bool translated_ = false;
};

}  // namespace

Findings findings_for(const Disc &disc, ImageFormat format) {
  if (format == ImageFormat::toc) return of_toc(disc);
  return format == ImageFormat::cue ? SheetTexts{disc}.findings() : Findings{};
}

}  // namespace redbook
