#include "cdtext/block_texts.hpp"

#include <algorithm>
#include <numeric>

#include "cdtext/charset.hpp"
#include "error.hpp"

namespace redbook {
namespace {

std::size_t index_of(int number) { return static_cast<std::size_t>(number); }

bool is_double_byte(const CdTextBlock &block) {
  return block.character_code == CharacterCode::ms_jis;
}

std::string bytes_at(const CdTextSet &set, const CdTextPlace &place) {
  const auto &block = set.blocks[index_of(place.block)];
  auto bytes = encoded(text_at(set, place), code_for(place.type, block.character_code));
  if (bytes) return *std::move(bytes);
  throw Error{Fault::layout, Result::invalid_image,
              "The " + to_string(place) + " has characters that CD-TEXT cannot hold.",
              text_at(set, place)};
}

std::string terminated(std::string bytes, std::size_t width) {
  bytes.resize((bytes.size() + width - 1) / width * width + width);
  return bytes;
}

// The disc's text counts for no track: the first one's is in full always.
void put_tabs(std::vector<std::string> &texts, std::size_t width) {
  const auto tab = terminated(std::string(width, '\t'), width);
  for (std::size_t i = texts.size() - 1; i > 1; --i)
    if (texts[i] == texts[i - 1] && texts[i].size() > tab.size()) texts[i] = tab;
}

bool is_there(const TypeTexts &texts, std::size_t width) {
  return !texts.prefix.empty() ||
         std::any_of(texts.texts.begin(), texts.texts.end(),
                     [width](const auto &text) { return text.size() > width; });
}

std::string genre_prefix(const CdTextBlock &block) {
  if (block.genre_code == genre_not_used && block.genre.empty()) return {};
  const auto code = static_cast<unsigned>(block.genre_code);
  return {static_cast<char>(code >> 8U), static_cast<char>(code & 0xffU)};
}

std::uint8_t byte(int number) { return static_cast<std::uint8_t>(number); }

void add_msf(std::vector<std::uint8_t> &bytes, Lba place) {
  const auto msf = Msf::of(place);
  bytes.insert(bytes.end(), {byte(msf.minutes), byte(msf.seconds), byte(msf.frames)});
}

CdTextPack::Payload payload_at(const auto &bytes, std::size_t at) {
  CdTextPack::Payload payload{};
  const auto count = std::min(payload_bytes, bytes.size() - at);
  std::copy_n(bytes.begin() + static_cast<std::ptrdiff_t>(at), count, payload.begin());
  return payload;
}

// Where each text lies in the payloads, and whose it is.
class PayloadLayout {
 public:
  PayloadLayout(const TypeTexts &texts, const CdTextBlock &block)
      : bytes_{texts.prefix}, width_{width_of(block.character_code)} {
    int track = 0;
    for (const auto &text : texts.texts) {
      starts_.push_back({track == 0 && !texts.prefix.empty() ? 0 : bytes_.size(), track});
      bytes_ += text;
      track = track == 0 ? block.first_track : track + 1;
    }
    prefix_ = texts.prefix.size();
  }

  const std::string &bytes() const { return bytes_; }

  // The header's fields that depend on what is at byte `at`.
  void describe(PackHeader &header, std::size_t at) const {
    const auto next =
        std::upper_bound(starts_.begin(), starts_.end(), at,
                         [](auto place, auto &start) { return place < start.at; });
    const auto &text = *std::prev(next);
    const auto before = at - text.at;
    const auto characters = before - (text.at == 0 ? std::min(prefix_, before) : 0);
    header.track = text.track;
    header.characters_before =
        static_cast<int>(std::min<std::size_t>(15, characters / width_));
  }

 private:
  struct Start {
    std::size_t at;
    int track;
  };

  std::string bytes_;
  std::vector<Start> starts_;
  std::size_t width_;
  std::size_t prefix_ = 0;
};

PackHeader header_for(PackType type, const CdTextBlock &block, int index, int &sequence) {
  return {.type = type,
          .track = 0,
          .sequence = sequence++,
          .double_byte = is_double_byte(block),
          .block = index,
          .characters_before = 0};
}

}  // namespace

std::size_t TypeTexts::bytes() const {
  return std::accumulate(texts.begin(), texts.end(), prefix.size(),
                         [](auto sum, auto &text) { return sum + text.size(); });
}

int TypeTexts::packs() const {
  return static_cast<int>((bytes() + payload_bytes - 1) / payload_bytes);
}

std::vector<TypeTexts> texts_of_block(const CdTextSet &set, int index, bool tabs) {
  const auto &block = set.blocks[index_of(index)];
  const auto width = width_of(block.character_code);
  std::vector<TypeTexts> all;
  for (const auto &place : places_in(set, index)) {
    if (place.track == 0) all.push_back({place.type, {}, {}});
    if (place.type == PackType::genre) all.back().prefix = genre_prefix(block);
    all.back().texts.push_back(terminated(bytes_at(set, place), width));
  }
  for (auto &texts : all)
    if (tabs && texts.type <= PackType::message) put_tabs(texts.texts, width);
  std::erase_if(all, [width](auto &texts) { return !is_there(texts, width); });
  return all;
}

int packs_for(const std::vector<TypeTexts> &texts) {
  return std::accumulate(texts.begin(), texts.end(), 0,
                         [](int sum, auto &type) { return sum + type.packs(); });
}

std::vector<CdTextPack> packs_of(const TypeTexts &texts, const CdTextBlock &block,
                                 int index, int &sequence) {
  const PayloadLayout layout{texts, block};
  std::vector<CdTextPack> packs;
  for (std::size_t at = 0; at < layout.bytes().size(); at += payload_bytes) {
    auto header = header_for(texts.type, block, index, sequence);
    layout.describe(header, at);
    packs.emplace_back(header, payload_at(layout.bytes(), at));
  }
  return packs;
}

int packs_for(const CdTextToc &toc) {
  return 1 + static_cast<int>((toc.starts.size() + 3) / 4);
}

std::vector<CdTextPack> packs_of(const CdTextToc &toc, const CdTextBlock &block,
                                 int index, int &sequence) {
  const auto last = toc.first_track + static_cast<int>(toc.starts.size()) - 1;
  std::vector<std::uint8_t> bytes{byte(toc.first_track), byte(last), 0};
  add_msf(bytes, toc.lead_out);
  bytes.resize(payload_bytes);
  for (const auto start : toc.starts) add_msf(bytes, start);
  std::vector<CdTextPack> packs;
  for (std::size_t at = 0; at < bytes.size(); at += payload_bytes) {
    auto header = header_for(PackType::toc, block, index, sequence);
    if (at > 0)
      header.track = toc.first_track + static_cast<int>((at / payload_bytes - 1) * 4);
    packs.emplace_back(header, payload_at(bytes, at));
  }
  return packs;
}

}  // namespace redbook
