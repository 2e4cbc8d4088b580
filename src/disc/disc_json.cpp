#include "disc/disc_json.hpp"

#include <charconv>
#include <nlohmann/json.hpp>
#include <span>
#include <utility>

namespace redbook {
namespace {

constexpr std::size_t bytes_per_line = 18;  // a pack
constexpr std::size_t max_lines = 2048;
constexpr std::size_t max_translated = 10000;
constexpr Fields::Names copies = {"prohibited", "permitted", "scms"};
constexpr Fields::Names severities = {"note", "warning", "error"};
constexpr Fields::Names faults = {"settings", "stash",  "layout",
                                  "drive",    "medium", "image"};

const char *word_of(Fields::Names names, int position) { return names.begin()[position]; }

template <typename Enumeration>
const char *word_of(Fields::Names names, Enumeration value) {
  return word_of(names, static_cast<int>(value));
}

using Item = std::string Texts::*;
constexpr std::pair<const char *, Item> items[] = {
    {"title", &Texts::title},           {"performer", &Texts::performer},
    {"songwriter", &Texts::songwriter}, {"composer", &Texts::composer},
    {"arranger", &Texts::arranger},     {"message", &Texts::message}};

Item item_named(const std::string &wanted, const std::string &where) {
  for (const auto &[name, item] : items)
    if (wanted == name) return item;
  throw bad_json(where + ".item: unknown word");
}

Json json_of(const std::vector<TranslatedText> &translated) {
  auto all = Json::array();
  for (const auto &text : translated)
    for (const auto &[name, item] : items)
      if (text.item == item)
        all.push_back({{"language", text.language}, {"item", name}, {"text", text.text}});
  return all;
}

Json json_of(const Texts &texts) {
  auto object = Json::object();
  for (const auto &[name, item] : items) object[name] = texts.*item;
  object["translated"] = json_of(texts.translated);
  return object;
}

TranslatedText translated_text_of(const Json &object, const std::string &where) {
  const Fields fields{object, where};
  return {fields.text("language"), item_named(fields.text("item"), where),
          fields.text("text")};
}

Texts texts_of(const Fields &fields) {
  Texts texts;
  for (const auto &[name, item] : items) texts.*item = fields.text(name);
  fields.each("translated", max_translated, [&](const Json &text, const auto &where) {
    texts.translated.push_back(translated_text_of(text, where));
  });
  return texts;
}

std::string digits_of(std::span<const std::byte> bytes) {
  constexpr std::string_view digits = "0123456789abcdef";
  std::string text;
  for (const auto byte : bytes) {
    text += digits[std::to_integer<unsigned>(byte) >> 4U];
    text += digits[std::to_integer<unsigned>(byte) & 0xfU];
  }
  return text;
}

// A line for each pack.
Json json_of_packs(std::span<const std::byte> packs) {
  auto lines = Json::array();
  for (; packs.size() > bytes_per_line; packs = packs.subspan(bytes_per_line))
    lines.push_back(digits_of(packs.first(bytes_per_line)));
  if (!packs.empty()) lines.push_back(digits_of(packs));
  return lines;
}

void add_bytes(const std::string &digits, const std::string &where,
               std::vector<std::byte> &bytes) {
  if (digits.size() > 2 * bytes_per_line || digits.size() % 2 != 0)
    throw bad_json(where + ": not up to 36 hexadecimal digits");
  for (std::size_t i = 0; i < digits.size(); i += 2) {
    std::uint8_t byte = 0;
    const auto *const end = digits.data() + i + 2;
    const auto [at, error] = std::from_chars(digits.data() + i, end, byte, 16);
    if (error != std::errc{} || at != end)
      throw bad_json(where + ": no hexadecimal digits");
    bytes.push_back(std::byte{byte});
  }
}

Subcode subcode_of(const Fields &fields) {
  return {fields.text("isrc"), fields.flag("pre-emphasis"),
          static_cast<Copy>(fields.choice("copy", copies)), fields.flag("four-channel")};
}

Blocks length_of(const Fields &fields, const char *name, Blocks most) {
  return Blocks{fields.number(name, 0, most.count())};
}

void check_order(const Disc &disc, const std::string &where, Blocks longest) {
  Lba end{};
  for (const auto &track : disc.tracks) {
    if (track.start != end) throw bad_json(where + ".tracks: a hole between two");
    end = track.end();
  }
  if (end - Lba{0} > longest) throw bad_json(where + ".tracks: too long");
}

// The words are those of name_of(); "generic" for what has none.
Result result_named(const std::string &name, const std::string &where) {
  constexpr int past_the_last = 100;
  for (int i = 0; i < past_the_last; ++i)
    if (name == name_of(static_cast<Result>(i))) {
      const bool generic = name == name_of(Result::generic);
      return generic ? Result::generic : static_cast<Result>(i);
    }
  throw bad_json(where + ".result: unknown word");
}

Json json_of_trace(const DriveTrace &trace) {
  Json json{{"stage", trace.stage}, {"command", trace.command}, {"sense", trace.sense}};
  json["lba"] = trace.lba ? Json(*trace.lba) : Json();
  return json;
}

DriveTrace trace_of(const Json &object, const std::string &where) {
  const Fields fields{object, where};
  DriveTrace trace{
      fields.text("stage"), fields.text("command"), fields.text("sense"), {}};
  if (!fields.value("lba").is_null())
    trace.lba = fields.number("lba", INT32_MIN, INT32_MAX);
  return trace;
}

}  // namespace

Json json_of(const Track &track) {
  auto indexes = Json::array();
  for (const auto offset : track.indexes) indexes.push_back(offset.count());
  return {{"start", track.start.value()},
          {"pregap", track.pregap.count()},
          {"length", track.length.count()},
          {"indexes", std::move(indexes)},
          {"isrc", track.subcode.isrc},
          {"pre-emphasis", track.subcode.pre_emphasis},
          {"copy", word_of(copies, track.subcode.copy)},
          {"four-channel", track.subcode.four_channel},
          {"texts", json_of(track.texts)}};
}

Track track_of(const Json &object, const std::string &where, const DiscLimits &limits) {
  const Fields fields{object, where};
  Track track{.start = Lba{fields.number("start", 0, limits.length.count())},
              .pregap = length_of(fields, "pregap", limits.length),
              .length = length_of(fields, "length", limits.length),
              .texts = texts_of(fields.object("texts")),
              .subcode = subcode_of(fields)};
  if (track.pregap >= track.length) throw fields.wrong("length", "not behind the pregap");
  auto last = Blocks{0};
  const auto most = track.end() - track.index_1() - Blocks{1};
  fields.each("indexes", max_index - 1, [&](const Json &value, const std::string &place) {
    const Blocks next{number_in(value, place, last.count() + 1, most.count())};
    track.indexes.push_back(next);
    last = next;
  });
  return track;
}

Json json_of(const Disc &disc) {
  auto tracks = Json::array();
  for (const auto &track : disc.tracks) tracks.push_back(json_of(track));
  return {{"mcn", disc.mcn},
          {"genre", disc.genre},
          {"language", disc.language},
          {"texts", json_of(disc.texts)},
          {"tracks", std::move(tracks)},
          {"cdtext", json_of_packs(disc.cdtext)}};
}

Disc disc_of(const Json &object, const std::string &where, const DiscLimits &limits) {
  const Fields fields{object, where};
  Disc disc{.texts = texts_of(fields.object("texts")),
            .genre = fields.text("genre"),
            .mcn = fields.text("mcn"),
            .language = fields.text("language")};
  const auto most = static_cast<std::size_t>(limits.tracks);
  fields.each("tracks", most, [&](const Json &track, const std::string &name) {
    disc.tracks.push_back(track_of(track, name, limits));
  });
  fields.each("cdtext", max_lines, [&disc](const Json &line, const std::string &name) {
    add_bytes(text_in(line, name), name, disc.cdtext);
  });
  check_order(disc, where, limits.length);
  return disc;
}

Json json_of(const Finding &finding) {
  return {{"name", finding.name},     {"severity", word_of(severities, finding.severity)},
          {"track", finding.track},   {"sentence", finding.sentence},
          {"action", finding.action}, {"code", finding.code}};
}

Finding finding_of(const Json &object, const std::string &where) {
  const Fields fields{object, where};
  return {fields.text("name"),
          static_cast<Severity>(fields.choice("severity", severities)),
          fields.integer("track", 0, max_tracks),
          fields.text("sentence"),
          fields.text("action"),
          static_cast<std::uint32_t>(fields.number("code", 0, UINT32_MAX))};
}

Json json_of(const Error &error) {
  return {{"fault", word_of(faults, error.fault())},
          {"result", name_of(error.result())},
          {"sentence", error.what()},
          {"detail", error.detail()},
          {"trace", json_of_trace(error.trace())}};
}

Error error_of(const Json &object, const std::string &where) {
  const Fields fields{object, where};
  return Error{static_cast<Fault>(fields.choice("fault", faults)),
               result_named(fields.text("result"), where), fields.text("sentence"),
               fields.text("detail")}
      .traced(trace_of(fields.value("trace"), where + ".trace"));
}

}  // namespace redbook
