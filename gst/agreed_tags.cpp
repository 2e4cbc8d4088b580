#include "agreed_tags.hpp"

#include <string>

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
  return {.texts = {.title = title.result(), .performer = performer.result()},
          .genre = genre.result(),
          .mcn = mcn.result(),
          .language = language.result()};
}

}  // namespace redbook
