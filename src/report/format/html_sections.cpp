#include "report/format/html_sections.hpp"

#include "disc/identity.hpp"
#include "report/format/html_table.hpp"
#include "report/format/svg_parts.hpp"
#include "report/wording.hpp"
#include "text/number_text.hpp"

namespace redbook {
namespace {

using Kind = HtmlTable::Kind;

Markup section(const char *heading, const Markup &content) {
  return Markup::block("section", {},
                       Markup::block("h2", {}, html_text(heading)) + content);
}

/// Told by its word and its shape, not by its colour alone.
Markup severity_of(const Finding &finding) {
  const auto sign = Markup::element("svg",
                                    {{"xmlns", "http://www.w3.org/2000/svg"},
                                     {"viewBox", "-8 -8 16 16"},
                                     {"aria-hidden", "true"}},
                                    svg_sign({}, finding.severity));
  return Markup::element("span", {{"class", "severity"}},
                         sign + html_text(name_of(finding.severity)));
}

void add_rows(HtmlTable &table, const std::vector<std::vector<std::string>> &rows) {
  for (const auto &row : rows) {
    std::vector<Markup> cells;
    cells.reserve(row.size());
    for (const auto &cell : row) cells.push_back(html_text(cell));
    table.add(std::move(cells));
  }
}

}  // namespace

Markup html_text(const std::string &text) { return Markup::text(text); }

Markup html_tagged(const std::string &text, const std::string &language) {
  if (text.empty()) return {};
  if (language.empty()) return Markup::element("bdi", {}, html_text(text));
  return Markup::element("bdi", {{"lang", language}}, html_text(text));
}

Markup html_code(const std::string &text) {
  if (text.empty()) return {};
  return Markup::element("span", {{"class", "code"}}, html_text(text));
}

Markup html_list(Facts facts) {
  Markup list;
  for (const auto &[name, value] : facts)
    if (!value.empty())
      list += Markup::block(
          "div", {},
          Markup::element("dt", {}, html_text(name)) + Markup::element("dd", {}, value));
  return list.empty() ? list : Markup::block("dl", {}, list);
}

Markup html_contents(const Disc &disc) {
  HtmlTable table{"Table of contents",
                  {{"Track", Kind::number},
                   {"Title", Kind::name},
                   {"Performer", Kind::name},
                   {"Start", Kind::number},
                   {"Length", Kind::number},
                   {"Pregap", Kind::number},
                   {"First block", Kind::number},
                   {"Blocks", Kind::number},
                   {"ISRC", Kind::code},
                   {"Flags", Kind::text},
                   {"Further indexes", Kind::text},
                   {"Songwriter", Kind::name},
                   {"Composer", Kind::name},
                   {"Arranger", Kind::name},
                   {"Message", Kind::name}}};
  int count = 1;
  for (const auto &track : disc.tracks) {
    const auto length = track.end() - track.index_1();
    const auto named = [&](const std::string &text) {
      return html_tagged(text, disc.language);
    };
    table.add({html_text(std::to_string(count++)), named(track.texts.title),
               named(track.texts.performer), html_text(time_of(track.index_1() - Lba{0})),
               html_text(time_of(length)), html_text(pregap_of(track)),
               html_text(std::to_string(track.index_1().value())),
               html_text(std::to_string(length.count())), html_text(track.subcode.isrc),
               html_text(flags_of(track.subcode)), html_text(indexes_of(track)),
               named(track.texts.songwriter), named(track.texts.composer),
               named(track.texts.arranger), named(track.texts.message)});
  }
  return section("Table of contents", table.markup());
}

Markup html_checksums(const DiscSums &sums) {
  HtmlTable table{"Checksums",
                  {{"Track", Kind::number},
                   {"Peak", Kind::number},
                   {"CRC-32", Kind::code},
                   {"without nulls", Kind::code},
                   {"AccurateRip v1", Kind::code},
                   {"AccurateRip v2", Kind::code}}};
  add_rows(table, checksum_rows(sums));
  const auto ctdb = sums.ctdb == 0 ? "" : hexadecimal(sums.ctdb);
  return section("Checksums",
                 table.markup() + html_list({{"CTDB CRC", html_code(ctdb)}}));
}

Markup html_loudness(const DiscLoudness &loudness) {
  HtmlTable table{"Loudness",
                  {{"Track", Kind::number},
                   {"LUFS", Kind::number},
                   {"Range LU", Kind::number},
                   {"True peak dBTP", Kind::number},
                   {"Gain dB", Kind::number}}};
  add_rows(table, loudness_rows(loudness));
  return section(
      "Loudness",
      Markup::block("p", {}, html_text(loudness_sentence(loudness))) + table.markup());
}

Markup html_identities(const Disc &disc) {
  const auto identity = identity_of(disc);
  return section("Identities",
                 html_list({{"MusicBrainz", html_code(identity.musicbrainz)},
                            {"freedb", html_code(identity.freedb)},
                            {"AccurateRip", html_code(identity.accurate_rip_path)},
                            {"CTDB", html_code(identity.ctdb)}}));
}

Markup html_findings(const Findings &findings) {
  if (findings.empty())
    return section("Findings",
                   Markup::block("p", {}, html_text("None: nothing was changed.")));
  HtmlTable table{
      "Findings",
      {{"Severity", Kind::text}, {"What was found", Kind::name}, {"Name", Kind::code}}};
  for (const auto &finding : findings)
    table.add(
        {severity_of(finding), html_text(sentence_of(finding)), html_text(finding.name)});
  return section("Findings", table.markup());
}

}  // namespace redbook
