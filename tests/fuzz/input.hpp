/// The bytes of a fuzzer, taken apart.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace redbook::test {

/// A byte for each choice, four for a number; a text goes on to FFh, which is in no
/// UTF-8. Behind the end everything is zero or empty.
class Input {
 public:
  Input(const std::uint8_t *data, std::size_t size)
      : bytes_{reinterpret_cast<const char *>(data), size} {}

  /// 0 to `below` - 1.
  int choice(int below) { return byte() % below; }

  /// Any 32 bits, with their sign.
  std::int64_t number() {
    std::uint32_t bits = 0;
    for (int i = 0; i < 4; ++i) bits = bits << 8U | byte();
    return static_cast<std::int32_t>(bits);
  }

  std::string text() {
    const auto end = bytes_.find('\xff');
    const auto text = bytes_.substr(0, end);
    bytes_.remove_prefix(end == std::string_view::npos ? bytes_.size() : end + 1);
    return std::string{text};
  }

  bool is_at_end() const { return bytes_.empty(); }

 private:
  std::uint8_t byte() {
    if (bytes_.empty()) return 0;
    const auto byte = static_cast<std::uint8_t>(bytes_.front());
    bytes_.remove_prefix(1);
    return byte;
  }

  std::string_view bytes_;
};

}  // namespace redbook::test
