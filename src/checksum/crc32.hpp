/// CRC-32, as zip files and CD rippers have it, and how the CRCs of parts make the CRC of
/// the whole.
#pragma once

#include <cstdint>

#include "bytes.hpp"

namespace redbook {

/// The CRC of what had `crc` with `bytes` behind it. Nothing has CRC 0.
std::uint32_t crc32(std::uint32_t crc, Bytes bytes) noexcept;

/// What `crc` counts for once `bytes` more have come: the CRC of A with B behind it is
/// crc32_moved(CRC of A, bytes of B) ^ CRC of B. Linear: moved(a) ^ moved(b) is
/// moved(a ^ b).
std::uint32_t crc32_moved(std::uint32_t crc, std::int64_t bytes) noexcept;

/// The way back: the CRC of A, from that of A with B behind it, and that and the bytes of
/// B.
std::uint32_t crc32_without_end(std::uint32_t crc, std::uint32_t end_crc,
                                std::int64_t end_bytes) noexcept;

/// What crc32_moved() says for pieces of this length, by a table.
inline constexpr std::int64_t crc32_piece_bytes = 4096;
std::uint32_t crc32_moved_by_a_piece(std::uint32_t crc) noexcept;

}  // namespace redbook
