#include "disc/identity.hpp"

#include <discid/discid.h>
#include <glib.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <memory>
#include <new>
#include <stdexcept>
#include <vector>

#include "text/number_text.hpp"
#include "text/text_field.hpp"

namespace redbook {
namespace {

// The databases count from 00:00:00: LBA + 150.
constexpr std::int64_t offset_of_lba_0 = 150;

std::vector<std::int64_t> offsets_of(const Disc &disc) {
  std::vector<std::int64_t> offsets;
  for (const auto &track : disc.tracks)
    offsets.push_back(track.index_1().value() + offset_of_lba_0);
  return offsets;
}

std::int64_t lead_out_of(const Disc &disc) {
  return disc.lead_out().value() + offset_of_lba_0;
}

std::string digits_of(std::int64_t value) {
  return hexadecimal(static_cast<std::uint32_t>(value));
}

struct DiscIdFree {
  void operator()(DiscId *id) const { discid_free(id); }
};

void check_count(const Disc &disc) {
  if (disc.tracks.empty() || disc.tracks.size() > max_tracks)
    throw std::logic_error{"a disc has 1 to 99 tracks"};
}

// libdiscid takes up to 90 minutes; no database knows a longer disc.
void add_libdiscid_ids(const Disc &disc, Identity &identity) {
  const std::unique_ptr<DiscId, DiscIdFree> id{discid_new()};
  if (!id) throw std::bad_alloc{};
  std::array<int, max_tracks + 1> places{static_cast<int>(lead_out_of(disc))};
  const auto offsets = offsets_of(disc);
  std::transform(offsets.begin(), offsets.end(), places.begin() + 1,
                 [](std::int64_t offset) { return static_cast<int>(offset); });
  if (!discid_put(id.get(), 1, static_cast<int>(offsets.size()), places.data())) return;
  identity.musicbrainz = discid_get_id(id.get());
  identity.musicbrainz_toc = discid_get_toc_string(id.get());
  identity.freedb = discid_get_freedb_id(id.get());
}

std::string musicbrainz_full(const Disc &disc) {
  auto text = "01 " + hexadecimal(static_cast<std::uint32_t>(disc.tracks.size()), 2) +
              ' ' + digits_of(lead_out_of(disc));
  for (const auto offset : offsets_of(disc)) text += ' ' + digits_of(offset);
  return text;
}

// The last number is the seconds that also the id has, from the first track on; what
// freedb itself was asked with counts from 00:00.
std::string freedb_full(const Disc &disc, const std::string &id) {
  const auto offsets = offsets_of(disc);
  auto text = id + ' ' + std::to_string(offsets.size());
  for (const auto offset : offsets) text += ' ' + std::to_string(offset);
  const auto seconds =
      lead_out_of(disc) / blocks_per_second - offsets.front() / blocks_per_second;
  return text + ' ' + std::to_string(seconds);
}

// AccurateRip counts from LBA 0, where a track must not count as nothing.
void add_accurate_rip(const Disc &disc, Identity &identity) {
  const auto lead_out = disc.lead_out().value();
  auto sum = lead_out;
  std::int64_t product = 0;
  std::int64_t number = 0;
  for (const auto &track : disc.tracks) {
    const auto place = track.index_1().value();
    sum += place;
    product += std::max<std::int64_t>(place, 1) * ++number;
  }
  product += lead_out * (number + 1);
  identity.accurate_rip_1 = lower_case(digits_of(sum));
  identity.accurate_rip_2 = lower_case(digits_of(product));
}

std::string accurate_rip_path(const Identity &identity, std::size_t tracks) {
  const auto &id = identity.accurate_rip_1;
  auto number = std::to_string(tracks);
  number.insert(0, 3 - number.size(), '0');
  return std::string{id[7]} + '/' + id[6] + '/' + id[5] + "/dBAR-" + number + '-' + id +
         '-' + identity.accurate_rip_2 + '-' + identity.freedb + ".bin";
}

struct GFree {
  void operator()(gchar *text) const { g_free(text); }
};

// Base64 whose +, / and = are spelled as MusicBrainz does, for URLs.
std::string url_base64(const std::array<guint8, 20> &digest) {
  const std::unique_ptr<gchar, GFree> base64{
      g_base64_encode(digest.data(), digest.size())};
  std::string text{base64.get()};
  std::replace(text.begin(), text.end(), '+', '.');
  std::replace(text.begin(), text.end(), '/', '_');
  std::replace(text.begin(), text.end(), '=', '-');
  return text;
}

std::string url_sha1(const std::string &text) {
  std::array<guint8, 20> digest{};
  gsize length = digest.size();
  GChecksum *sha1 = g_checksum_new(G_CHECKSUM_SHA1);
  g_checksum_update(sha1, reinterpret_cast<const guchar *>(text.data()),
                    static_cast<gssize>(text.size()));
  g_checksum_get_digest(sha1, digest.data(), &length);
  g_checksum_free(sha1);
  return url_base64(digest);
}

// What follows the first track, counted from its start, as if there were 100 places.
std::string ctdb_id(const Disc &disc) {
  const auto first = disc.tracks.front().index_1();
  std::string text;
  for (std::size_t i = 1; i < disc.tracks.size(); ++i)
    text += digits_of((disc.tracks[i].index_1() - first).count());
  text += digits_of((disc.lead_out() - first).count());
  text.resize(std::size_t{8} * 100, '0');
  return url_sha1(text);
}

}  // namespace

Identity identity_of(const Disc &disc) {
  check_count(disc);
  Identity identity;
  add_libdiscid_ids(disc, identity);
  identity.musicbrainz_full = musicbrainz_full(disc);
  identity.freedb_full = freedb_full(disc, identity.freedb);
  add_accurate_rip(disc, identity);
  identity.accurate_rip_path = accurate_rip_path(identity, disc.tracks.size());
  identity.ctdb = ctdb_id(disc);
  return identity;
}

}  // namespace redbook
