#include "report/draft_json.hpp"

#include <nlohmann/json.hpp>

#include "disc/disc_json.hpp"
#include "report/number_text.hpp"

namespace redbook {
namespace {

constexpr std::size_t max_findings = 10000;
constexpr int max_discs = 10000;
constexpr int full_scale = 32768;
constexpr double max_decibels = 1000;  // also of an amplitude, far beyond full scale

Json json_of(const AudioSums &sums) {
  return {{"accurate-rip-v1", sums.accurate_rip.v1},
          {"accurate-rip-v2", sums.accurate_rip.v2},
          {"crc-32", sums.crc32},
          {"crc-32-without-nulls", sums.crc32_without_nulls},
          {"peak", sums.peak}};
}

Json json_of(const DiscSums &sums) {
  Json json{{"crc-32", sums.crc32},
            {"crc-32-without-nulls", sums.crc32_without_nulls},
            {"ctdb", sums.ctdb},
            {"peak", sums.peak},
            {"tracks", Json::array()}};
  for (const auto &track : sums.tracks) json["tracks"].push_back(json_of(track));
  return json;
}

std::uint32_t sum_in(const Fields &fields, const char *name) {
  return static_cast<std::uint32_t>(fields.number(name, 0, UINT32_MAX));
}

AudioSums audio_sums_of(const Json &object, const std::string &where) {
  const Fields fields{object, where};
  return {{sum_in(fields, "accurate-rip-v1"), sum_in(fields, "accurate-rip-v2")},
          sum_in(fields, "crc-32"),
          sum_in(fields, "crc-32-without-nulls"),
          fields.integer("peak", 0, full_scale),
          {}};
}

DiscSums disc_sums_of(const Json &object, const std::string &where) {
  const Fields fields{object, where};
  DiscSums sums{{},
                sum_in(fields, "crc-32"),
                sum_in(fields, "crc-32-without-nulls"),
                sum_in(fields, "ctdb"),
                fields.integer("peak", 0, full_scale),
                0};
  fields.each("tracks", max_tracks, [&](const Json &track, const std::string &name) {
    sums.tracks.push_back(audio_sums_of(track, name));
  });
  return sums;
}

Json json_of(const MeasuredLoudness &measured) {
  Json json{{"range", measured.range}, {"true-peak", measured.true_peak}};
  if (measured.integrated) json["integrated"] = *measured.integrated;
  return json;
}

MeasuredLoudness measured_loudness_of(const Json &object, const std::string &where) {
  const Fields fields{object, where};
  MeasuredLoudness measured{{},
                            fields.real("range", 0, max_decibels),
                            fields.real("true-peak", 0, max_decibels)};
  if (fields.has("integrated"))
    measured.integrated = fields.real("integrated", -max_decibels, max_decibels);
  return measured;
}

Json json_of(const DiscLoudness &loudness) {
  const auto &settings = loudness.settings;
  Json json{{"mode", name_of(settings.mode)},
            {"target", settings.target},
            {"true-peak-limit", settings.true_peak_limit},
            {"whole", json_of(loudness.whole)},
            {"tracks", Json::array()}};
  for (const auto &track : loudness.tracks)
    json["tracks"].push_back(
        {{"gain", track.gain}, {"measured", json_of(track.measured)}});
  return json;
}

DiscLoudness disc_loudness_of(const Json &object, const std::string &where) {
  const Fields fields{object, where};
  const auto decibels_in = [](const Fields &of, const char *name) {
    return of.real(name, -max_decibels, max_decibels);
  };
  const auto mode = fields.choice("mode", {"off", "track", "album"});
  DiscLoudness loudness{{static_cast<LoudnessMode>(mode), decibels_in(fields, "target"),
                         decibels_in(fields, "true-peak-limit")},
                        measured_loudness_of(fields.value("whole"), where + ".whole"),
                        {}};
  fields.each("tracks", max_tracks, [&](const Json &track, const std::string &name) {
    const Fields each{track, name};
    loudness.tracks.push_back(
        {measured_loudness_of(each.value("measured"), name + ".measured"),
         decibels_in(each, "gain")});
  });
  return loudness;
}

Json json_of(const WhichDisc &which) {
  return {{"disc", which.disc},
          {"discs", which.discs},
          {"copy", which.copy},
          {"copies", which.copies}};
}

WhichDisc which_disc_of(const Json &object, const std::string &where) {
  const Fields fields{object, where};
  const auto number = [&](const char *name) {
    return fields.integer(name, 1, max_discs);
  };
  return {number("disc"), number("discs"), number("copy"), number("copies")};
}

}  // namespace

Json json_of(const ReportDraft &draft) {
  Json json{{"location", draft.location},
            {"which", json_of(draft.which)},
            {"capacity", draft.capacity.count()}};
  json["sums"] = draft.sums ? json_of(*draft.sums) : Json();
  json["findings"] = Json::array();
  for (const auto &finding : draft.findings) json["findings"].push_back(json_of(finding));
  if (draft.loudness) json["loudness"] = json_of(*draft.loudness);
  return json;
}

ReportDraft report_draft_of(const Json &object, const std::string &where) {
  const Fields fields{object, where};
  ReportDraft draft{.location = fields.text("location")};
  if (!fields.value("sums").is_null())
    draft.sums = disc_sums_of(fields.value("sums"), where + ".sums");
  draft.which = which_disc_of(fields.value("which"), where + ".which");
  if (fields.has("capacity"))
    draft.capacity = Blocks{fields.number("capacity", 0, max_program_length.count())};
  fields.each("findings", max_findings, [&](const Json &one, const std::string &name) {
    draft.findings.push_back(finding_of(one, name));
  });
  if (fields.has("loudness"))
    draft.loudness = disc_loudness_of(fields.value("loudness"), where + ".loudness");
  return draft;
}

}  // namespace redbook
