#include "disc/disc_json.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <span>

namespace redbook {
namespace {

constexpr std::size_t bytes_per_line = 18;  // a pack
constexpr std::size_t max_lines = 2048;
constexpr std::size_t max_translated = 10000;
constexpr auto item_words = [] {
  std::array<const char *, text_items.size()> words{};
  for (std::size_t i = 0; i < words.size(); ++i) words[i] = text_items[i].name;
  return words;
}();

std::string digits_of(std::span<const std::byte> bytes) {
  constexpr std::string_view digits = "0123456789abcdef";
  std::string text;
  for (const auto byte : bytes) {
    text += digits[std::to_integer<unsigned>(byte) >> 4U];
    text += digits[std::to_integer<unsigned>(byte) & 0xfU];
  }
  return text;
}

std::vector<std::byte> bytes_of(const std::string &digits, const JsonValue &json) {
  if (digits.size() > 2 * bytes_per_line || digits.size() % 2 != 0)
    throw json.wrong("not up to 36 hexadecimal digits");
  std::vector<std::byte> bytes;
  for (std::size_t i = 0; i < digits.size(); i += 2) {
    std::uint8_t byte = 0;
    const auto *const end = digits.data() + i + 2;
    const auto [at, error] = std::from_chars(digits.data() + i, end, byte, 16);
    if (error != std::errc{} || at != end) throw json.wrong("no hexadecimal digits");
    bytes.push_back(std::byte{byte});
  }
  return bytes;
}

/// A line for each pack.
void list_packs(const JsonValue &json, std::vector<std::byte> &packs) {
  std::vector<std::string> lines;
  for (std::span<const std::byte> rest = packs; !rest.empty();) {
    const auto size = std::min(bytes_per_line, rest.size());
    lines.push_back(digits_of(rest.first(size)));
    rest = rest.subspan(size);
  }
  json.array(lines, max_lines, [&packs](const JsonValue &line, std::string &digits) {
    line.text(digits);
    if (!line.is_reading()) return;
    const auto bytes = bytes_of(digits, line);
    packs.insert(packs.end(), bytes.begin(), bytes.end());
  });
}

void list_indexes(const JsonValue &json, Track &track) {
  Blocks previous{};
  const auto last = track.end() - track.index_1() - Blocks{1};
  json.array(track.indexes, max_index - 1, [&](const JsonValue &value, Blocks &index) {
    value.number(index, previous.count() + 1, last.count());
    previous = index;
  });
}

void check_order(const std::vector<Track> &tracks, const JsonValue &json, Blocks max) {
  Lba end{};
  for (const auto &track : tracks) {
    if (track.start != end) throw json.wrong("a hole between two");
    end = track.end();
  }
  if (end - Lba{0} > max) throw json.wrong("too long");
}

}  // namespace

static void list_members(const JsonValue &json, TranslatedText &text) {
  json["language"].text(text.language);
  auto item = static_cast<std::size_t>(
      std::ranges::find(text_items, text.item, &TextItem::text) - text_items.begin());
  json["item"].word(item, item_words);
  text.item = text_items[item].text;
  json["text"].text(text.text);
}

static void list_members(const JsonValue &json, Texts &texts) {
  for (const auto &[name, text] : text_items) json[name].text(texts.*text);
  json["translated"].array(texts.translated, max_translated);
}

static void list_members(const JsonValue &json, DriveTrace &trace) {
  json["stage"].text(trace.stage);
  json["command"].text(trace.command);
  json["sense"].text(trace.sense);
  json["lba"].nullable(trace.lba, [](const JsonValue &value, std::int64_t &lba) {
    value.number(lba, INT32_MIN, INT32_MAX);
  });
}

void list_members(const JsonValue &json, Track &track, const DiscLimits &limits) {
  const auto max = limits.length.count();
  json["start"].number(track.start, 0, max);
  json["pregap"].number(track.pregap, 0, max);
  json["length"].number(track.length, 0, max);
  if (json.is_reading() && track.pregap >= track.length)
    throw json["length"].wrong("not behind the pregap");
  list_indexes(json["indexes"], track);
  json["isrc"].text(track.subcode.isrc);
  json["pre-emphasis"].flag(track.subcode.pre_emphasis);
  json["copy"].word(track.subcode.copy);
  json["four-channel"].flag(track.subcode.four_channel);
  list_members(json["texts"], track.texts);
}

void list_members(const JsonValue &json, Disc &disc, const DiscLimits &limits) {
  json["mcn"].text(disc.mcn);
  json["genre"].text(disc.genre);
  json["language"].text(disc.language);
  list_members(json["texts"], disc.texts);
  json["tracks"].array(disc.tracks, static_cast<std::size_t>(limits.tracks),
                       [&limits](const JsonValue &value, Track &track) {
                         list_members(value, track, limits);
                       });
  if (json.is_reading()) check_order(disc.tracks, json["tracks"], limits.length);
  list_packs(json["cdtext"], disc.cdtext);
}

void list_members(const JsonValue &json, Finding &finding) {
  json["name"].text(finding.name);
  json["severity"].word(finding.severity);
  json["track"].number(finding.track, 0, max_tracks);
  json["sentence"].text(finding.sentence);
  json["action"].text(finding.action);
  json["code"].number(finding.code, 0, UINT32_MAX);
}

void list_members(const JsonValue &json, Error &error) {
  auto fault = error.fault();
  auto result = error.result();
  std::string sentence = error.what();
  auto detail = error.detail();
  auto trace = error.trace();
  json["fault"].word(fault);
  json["result"].word(result);
  json["sentence"].text(sentence);
  json["detail"].text(detail);
  list_members(json["trace"], trace);
  error = Error{fault, result, sentence, detail}.traced(trace);
}

Error error_of(const Json &json, const std::string &where) {
  Error error{Fault::drive, Result::generic, {}};
  list_members(JsonValue{json, where}, error);
  return error;
}

}  // namespace redbook
