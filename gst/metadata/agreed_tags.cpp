#include "metadata/agreed_tags.hpp"

#include <string>
#include <utility>

namespace redbook {
namespace {

/// Takes values one by one; empty ones say nothing, different ones spoil each other.
class Agreement {
 public:
  void hear(const std::string &value) {
    if (said_.empty()) said_ = value;
    if (!value.empty() && value != said_) spoilt_ = true;
  }
  std::string result() const { return spoilt_ ? std::string{} : said_; }

 private:
  std::string said_;
  bool spoilt_ = false;
};

struct TranslatedAgreement {
  std::string language;
  std::string Texts::*item;
  Agreement agreement;
};

void hear(std::vector<TranslatedAgreement> &agreements, const TranslatedText &text) {
  for (auto &known : agreements)
    if (known.language == text.language && known.item == text.item)
      return known.agreement.hear(text.text);
  agreements.push_back({text.language, text.item, {}});
  agreements.back().agreement.hear(text.text);
}

std::vector<TranslatedText> agreed_translations(const std::vector<DiscTags> &all) {
  std::vector<TranslatedAgreement> agreements;
  for (const auto &tags : all)
    for (const auto &text : tags.texts.translated) hear(agreements, text);
  std::vector<TranslatedText> texts;
  for (const auto &[language, item, agreement] : agreements)
    if (auto text = agreement.result(); !text.empty())
      texts.push_back({language, item, std::move(text)});
  return texts;
}

}  // namespace

void AgreedTags::forget_after(std::size_t size) {
  if (size < of_streams_.size()) of_streams_.resize(size);
}

DiscTags AgreedTags::agreed() const {
  Agreement title, performer, genre, mcn, language;
  for (const auto &tags : of_streams_) {
    title.hear(tags.texts.title);
    performer.hear(tags.texts.performer);
    genre.hear(tags.genre);
    mcn.hear(tags.mcn);
    language.hear(tags.language);
  }
  return {.texts = {.title = title.result(),
                    .performer = performer.result(),
                    .translated = agreed_translations(of_streams_)},
          .genre = genre.result(),
          .mcn = mcn.result(),
          .language = language.result()};
}

}  // namespace redbook
