#include "report/format/svg_picture.hpp"

#include "report/format/disc_map.hpp"
#include "report/format/picture_style.hpp"
#include "report/format/svg_listing.hpp"
#include "report/format/svg_parts.hpp"
#include "report/format/text_width.hpp"
#include "report/wording.hpp"
#include "text/number_text.hpp"
#include "text/text_field.hpp"

namespace redbook {
namespace {

constexpr double gap = 26;
constexpr std::size_t max_text_length = 1000;

/// Parts below one another.
class Column {
 public:
  void add(const PicturePart &part) {
    markup_ += svg_moved({0, bottom_}, part.markup);
    bottom_ += part.height + gap;
  }

  const Markup &markup() const { return markup_; }
  double bottom() const { return bottom_; }

 private:
  Markup markup_;
  double bottom_ = gap;
};

std::string heading_text(const Report &report) {
  const auto title = one_line(report.disc.texts.title, max_text_length);
  return title.empty() ? "Audio CD" : title;
}

PicturePart heading_of(const Report &report) {
  constexpr double title_size = 30;
  constexpr double performer_size = 18;
  const auto performer = one_line(report.disc.texts.performer, max_text_length);
  const auto which = to_string(report.destination.which);
  const auto outcome =
      outcome_sentence(report) + (which.empty() ? "" : " It is " + which + '.');
  auto markup = svg_text({drawing_margin, 34},
                         fitted(heading_text(report), title_size, plot_width), "heading");
  double y = 34;
  if (!performer.empty())
    markup += svg_text({drawing_margin, y += 28},
                       fitted(performer, performer_size, plot_width), "subheading");
  for (const auto &line : wrapped(one_line(outcome, max_text_length), 12, plot_width))
    markup += svg_text({drawing_margin, y += 22}, line, "label");
  return {markup, y + 4};
}

Markup document_of(const Report &report, const Column &column) {
  const auto size = number_of(drawing_width) + ' ' + number_of(column.bottom());
  const auto paper = svg_rect({0, 0, drawing_width, column.bottom()}, "paper");
  return Markup::block(
      "svg",
      {{"xmlns", "http://www.w3.org/2000/svg"},
       {"viewBox", "0 0 " + size},
       {"width", drawing_width},
       {"height", column.bottom()},
       {"role", "img"},
       {"aria-label", heading_text(report) + ". " + map_in_a_sentence(report)}},
      Markup::literal("\n") +
          Markup::block("title", {}, Markup::text(heading_text(report))) +
          Markup::block("style", {}, drawing_style()) + hatching() + paper +
          column.markup());
}

}  // namespace

std::string svg_of(const Report &report) {
  Column column;
  column.add(heading_of(report));
  column.add({disc_map(report), disc_map_height});
  column.add({capacity_bar(report), capacity_bar_height});
  column.add(track_listing(report));
  column.add(fact_listing(report));
  column.add(finding_listing(report.findings));
  const auto document = Markup::literal("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n") +
                        document_of(report, column);
  return document.string();
}

}  // namespace redbook
