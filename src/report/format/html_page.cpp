#include "report/format/html_page.hpp"

#include "report/format/disc_map.hpp"
#include "report/format/html_sections.hpp"
#include "report/format/picture_style.hpp"
#include "report/format/svg_parts.hpp"
#include "report/wording.hpp"
#include "text/number_text.hpp"

namespace redbook {
namespace {

std::string title_of(const Report &report) {
  const auto &title = report.disc.texts.title;
  return title.empty() ? "Audio CD" : title;
}

Markup header_of(const Report &report) {
  const auto &texts = report.disc.texts;
  const auto &language = report.disc.language;
  const auto &destination = report.destination;
  auto header = Markup::block(
      "h1", {}, html_tagged(title_of(report), texts.title.empty() ? "" : language));
  if (!texts.performer.empty())
    header += Markup::block("p", {{"class", "performer"}},
                            html_tagged(texts.performer, language));
  header +=
      Markup::block("p", {{"class", "outcome"}}, html_text(outcome_sentence(report)));
  return Markup::block(
      "header", {},
      header + html_list({{"Written to", html_text(destination.name)},
                          {"Which disc", html_text(to_string(destination.which))},
                          {"Write mode", html_text(destination.write_mode)},
                          {"Tracks", html_text(tracks_written(report))},
                          {"Length", html_text(time_of(report.disc.length()))},
                          {"Songwriter", html_tagged(texts.songwriter, language)},
                          {"Composer", html_tagged(texts.composer, language)},
                          {"Arranger", html_tagged(texts.arranger, language)},
                          {"Message", html_tagged(texts.message, language)},
                          {"Genre", html_tagged(report.disc.genre, "")},
                          {"MCN", html_code(report.disc.mcn)}}));
}

Markup drawing_of(const Report &report) {
  constexpr double gap = 18;
  constexpr double height = disc_map_height + gap + capacity_bar_height;
  return Markup::block(
      "svg",
      {{"xmlns", "http://www.w3.org/2000/svg"},
       {"viewBox", "0 0 " + number_of(drawing_width) + ' ' + number_of(height)},
       {"role", "img"},
       {"aria-label", map_in_a_sentence(report)}},
      hatching() + disc_map(report) +
          svg_moved({0, disc_map_height + gap}, capacity_bar(report)));
}

Markup figure_of(const Report &report) {
  const auto *caption =
      report.waveform.empty()
          ? "Tracks by number; pregaps are hatched, further indexes dashed."
          : "Tracks by number, with the peaks of both channels; pregaps are hatched, further indexes dashed. What is small here is told in full below.";
  const auto scrolled = Markup::block("div",
                                      {{"class", "scroll"},
                                       {"tabindex", "0"},
                                       {"role", "region"},
                                       {"aria-label", "The map, which scrolls"}},
                                      drawing_of(report));
  return Markup::block("figure", {},
                       scrolled + Markup::block("figcaption", {}, html_text(caption)));
}

Markup head_of(const Report &report) {
  const auto style = Markup::block("style", {}, page_style() + drawing_style());
  return Markup::block(
      "head", {},
      Markup::literal("\n") + Markup::empty_block("meta", {{"charset", "utf-8"}}) +
          Markup::empty_block(
              "meta", {{"http-equiv", "Content-Security-Policy"},
                       {"content", "default-src 'none'; style-src 'unsafe-inline'"}}) +
          Markup::empty_block("meta",
                              {{"name", "viewport"},
                               {"content", "width=device-width, initial-scale=1"}}) +
          Markup::empty_block("meta",
                              {{"name", "generator"}, {"content", report.program}}) +
          Markup::block("title", {}, html_text(title_of(report))) + style);
}

Markup body_of(const Report &report) {
  const auto made = report.program + ", " + report.created;
  return Markup::block(
      "body", {},
      Markup::literal("\n") +
          Markup::block(
              "main", {},
              header_of(report) + figure_of(report) + html_contents(report.disc) +
                  (report.sums ? html_checksums(*report.sums) : Markup{}) +
                  (report.loudness ? html_loudness(*report.loudness) : Markup{}) +
                  html_identities(report.disc) + html_findings(report.findings)) +
          Markup::block("footer", {}, html_text(made)));
}

}  // namespace

std::string html_of(const Report &report) {
  const auto page =
      Markup::literal("<!DOCTYPE html>\n") +
      Markup::block("html", {{"xmlns", "http://www.w3.org/1999/xhtml"}, {"lang", "en"}},
                    head_of(report) + body_of(report));
  return page.string();
}

}  // namespace redbook
