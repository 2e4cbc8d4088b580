#include "image/image_series.hpp"

#include <string_view>

#include "error.hpp"

namespace redbook {
namespace {

namespace fs = std::filesystem;

/// The digits of %02d and %d, and what is behind it in `rest`; nothing for anything else.
std::optional<std::size_t> take_number(std::string_view &rest) {
  std::size_t digits = 1;
  auto text = rest;
  if (text.size() > 1 && text[0] == '0' && text[1] >= '1' && text[1] <= '9') {
    digits = static_cast<std::size_t>(text[1] - '0');
    text.remove_prefix(2);
  }
  if (!text.starts_with('d')) return std::nullopt;
  rest = text.substr(1);
  return digits;
}

}  // namespace

ImageLocation::ImageLocation(const fs::path &location) : folder_{location.parent_path()} {
  const auto name = location.filename().string();
  std::string_view rest = name;
  while (!rest.empty()) {
    const auto c = rest.front();
    rest.remove_prefix(1);
    if (c == '%' && !rest.starts_with('%') && !digits_ && (digits_ = take_number(rest)))
      continue;
    if (c == '%' && !rest.starts_with('%'))
      throw location_error(
          "The name of the disc image has a % that is no number: write %02d, once, where the number of the image goes, and %% for a percent sign.",
          location);
    if (c == '%') rest.remove_prefix(1);
    (digits_ ? after_ : before_) += c;
  }
}

fs::path ImageLocation::with(int number) const {
  if (!digits_) return folder_ / (before_ + after_);
  auto text = std::to_string(number);
  if (text.size() < *digits_) text.insert(0, *digits_ - text.size(), '0');
  return folder_ / (before_ + text + after_);
}

std::string literal_location(const fs::path &file) {
  std::string name;
  for (const char c : file.filename().string()) name.append(c == '%' ? 2 : 1, c);
  return (file.parent_path() / name).string();
}

bool MadeImages::has(const fs::path &sheet) const {
  const std::lock_guard lock{mutex_};
  return sheets_.contains(sheet);
}

void MadeImages::add(const fs::path &sheet) {
  const std::lock_guard lock{mutex_};
  sheets_.insert(sheet);
}

fs::path ImageSeries::sheet(int disc) const {
  if (!location_.is_numbered()) return numbered(location_.with(1), format_, disc);
  for (int number = 1;; ++number) {
    auto sheet = location_.with(number);
    if (!made_->has(sheet) && --disc == 0) return sheet;
  }
}

}  // namespace redbook
