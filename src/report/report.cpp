#include "report/report.hpp"

#include <glib.h>

#include <memory>
#include <utility>

#include "error.hpp"

namespace redbook {
namespace {

struct FreeTime {
  void operator()(GDateTime *time) const { g_date_time_unref(time); }
};

}  // namespace

std::string program_with_version() { return "redbooksink " PACKAGE_VERSION; }

std::string time_now() {
  const std::unique_ptr<GDateTime, FreeTime> time{g_date_time_new_now_utc()};
  const std::unique_ptr<char, decltype(&g_free)> text{
      g_date_time_format(time.get(), "%Y-%m-%dT%H:%M:%SZ"), g_free};
  return text.get();
}

Report report_of(const ReportDraft &draft, Disc disc, std::string destination,
                 std::string write_mode, bool simulate) {
  return {.program = program_with_version(),
          .destination = {std::move(destination), std::move(write_mode), simulate,
                          draft.which},
          .disc = std::move(disc),
          .sums = draft.sums,
          .findings = draft.findings,
          .loudness = draft.loudness};
}

Outcome outcome_of(const std::exception_ptr &exception, int tracks_written) {
  Outcome outcome{.tracks_written = tracks_written};
  if (!exception) return outcome;
  try {
    std::rethrow_exception(exception);
  } catch (const Cancelled &) {
    outcome.result = Result::user_abort;
  } catch (const Error &error) {
    outcome.result = error.result();
    outcome.sentence = error.what();
    outcome.detail = error.detail();
  } catch (const std::exception &bug) {
    outcome.result = Result::generic;
    outcome.detail = bug.what();
  }
  return outcome;
}

}  // namespace redbook
