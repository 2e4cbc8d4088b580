/// What a page says of a disc, part by part.
#pragma once

#include <initializer_list>
#include <string>
#include <utility>

#include "report/format/markup.hpp"
#include "report/report.hpp"

namespace redbook {

Markup html_text(const std::string &text);

/// A text from tags: in its own direction, and its own language if that is known.
Markup html_tagged(const std::string &text, const std::string &language);

/// In letters of one width; nothing for an empty text.
Markup html_code(const std::string &text);

/// Names and values, those that have one.
using Facts = std::initializer_list<std::pair<const char *, Markup>>;
Markup html_list(Facts facts);

// Sections with a heading.

Markup html_contents(const Disc &disc);
Markup html_checksums(const DiscSums &sums);
Markup html_loudness(const DiscLoudness &loudness);
Markup html_identities(const Disc &disc);
Markup html_findings(const Findings &findings);

}  // namespace redbook
