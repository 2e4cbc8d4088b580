#include "xspf.hpp"

#include <libxml/xmlreader.h>

#include <limits>
#include <memory>
#include <string_view>

#include "text/text_field.hpp"
#include "text/uri.hpp"

namespace burn_album {
namespace {

struct FreeReader {
  void operator()(xmlTextReader *reader) const { xmlFreeTextReader(reader); }
};
using OwnedReader = std::unique_ptr<xmlTextReader, FreeReader>;

struct FreeXml {
  void operator()(xmlChar *text) const { xmlFree(text); }
};
using OwnedXml = std::unique_ptr<xmlChar, FreeXml>;

std::string text_of(const xmlChar *text) {
  return text ? reinterpret_cast<const char *>(text) : "";
}

std::string joined(const std::string &base, const std::string &location) {
  if (base.empty() || redbook::is_uri(location) || location.starts_with('/'))
    return location;
  return base.substr(0, base.rfind('/') + 1) + location;
}

/// libxml2 writes some of its errors to stderr whatever it is told.
void keep_quiet(void *, const char *, ...) {}

/// Goes through the nodes of the document. A <location> outside a <track> says where the
/// playlist came from.
class Xspf {
 public:
  explicit Xspf(xmlTextReader *reader) : reader_{reader} {}

  void take_node() {
    switch (xmlTextReaderNodeType(reader_)) {
      case XML_READER_TYPE_ELEMENT: return take_begin();
      case XML_READER_TYPE_END_ELEMENT: return take_end();
      case XML_READER_TYPE_TEXT:
      case XML_READER_TYPE_CDATA:
        if (in_location_) text_ += text_of(xmlTextReaderConstValue(reader_));
        return;
      default: return;
    }
  }

  std::vector<PlaylistEntry> entries{};

 private:
  std::string name() const { return text_of(xmlTextReaderConstLocalName(reader_)); }

  void take_begin() {
    const auto element = name();
    if (element == "track") {
      entries.push_back({xmlTextReaderGetParserLineNumber(reader_), {}});
      in_track_ = true;
    }
    if (element == "location" && in_track_) {
      in_location_ = true;
      text_.clear();
      base_ = text_of(OwnedXml{xmlTextReaderBaseUri(reader_)}.get());
    }
    if (xmlTextReaderIsEmptyElement(reader_) == 1) take_end();
  }

  void take_end() {
    const auto element = name();
    if (element == "location") take_location();
    if (element == "track") end_track();
  }

  void take_location() {
    const std::string location{redbook::trimmed(text_)};
    if (in_location_ && !location.empty())
      entries.back().locations.push_back(joined(base_, location));
    in_location_ = false;
  }

  void end_track() {
    if (in_track_ && entries.back().locations.empty())
      throw PlaylistFault{entries.back().line, "is of a track without a location."};
    in_track_ = false;
  }

  xmlTextReader *reader_;
  bool in_track_ = false;
  bool in_location_ = false;
  std::string text_{};
  std::string base_{};
};

}  // namespace

std::vector<PlaylistEntry> entries_of_xspf(const std::string &content) {
  if (content.size() > std::numeric_limits<int>::max())
    throw PlaylistFault{0, "is too long."};
  xmlSetGenericErrorFunc(nullptr, keep_quiet);
  const OwnedReader reader{xmlReaderForMemory(
      content.data(), static_cast<int>(content.size()), nullptr, nullptr,
      XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING)};
  if (!reader) throw PlaylistFault{0, "is empty."};
  Xspf xspf{reader.get()};
  int more = 0;
  while ((more = xmlTextReaderRead(reader.get())) == 1) xspf.take_node();
  if (more != 0)
    throw PlaylistFault{xmlTextReaderGetParserLineNumber(reader.get()),
                        "is damaged: here it is no XML."};
  return xspf.entries;
}

}  // namespace burn_album
