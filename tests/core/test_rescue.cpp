// Images that cannot be written: where their audio is then, and what makes a disc of it.
#include <sys/stat.h>

#include "burn/image_destination.hpp"
#include "discs.hpp"
#include "noting_observer.hpp"
#include "stash/stash_folder.hpp"

using namespace redbook;
using namespace redbook::test;

namespace {

constexpr auto kept =
    " The audio is kept; the details have the command that makes the image of it.";

/// A disc that is staged for an image in a folder of its own, and a cache folder.
struct Burning {
  TempDir parent;
  std::filesystem::path folder = parent / "music";
  Disc disc = disc_of_ddp_golden_3();
  ImageDestination destination;
  std::shared_ptr<Stash> stash;
  bool keeps_stash = false;
  WhichDisc which{};

  explicit Burning(const std::string &name = "album.cue", ImageFormat format = {})
      : destination{in_folder(name), format, ImageDestination::Laser::on},
        stash{destination.new_stash()} {
    stash->write(0, audio());
    // GLib looks at the variable once, so that all tests of a process share its value.
    cache_ = std::filesystem::path{::getenv("XDG_CACHE_HOME")} / "redbooksink";
    std::filesystem::remove_all(cache_);
  }

  Pcm audio() const { return counting_audio(disc.length()); }

  /// Burns; the error, with what was made of it. Empty where all went well.
  std::optional<Error> burn(std::stop_token stop = {}) {
    NotingObserver observer;
    std::exception_ptr outcome;
    try {
      destination.burner(stash, destination.name(1), {})
          ->burn(disc, observer, std::move(stop));
    } catch (...) {
      outcome = std::current_exception();
    }
    auto ended = destination.after_burn(outcome, disc, *stash, which);
    keeps_stash = ended.keeps_stash;
    try {
      if (ended.outcome) std::rethrow_exception(ended.outcome);
    } catch (const Error &error) {
      return error;
    } catch (const Cancelled &) {
    }
    return {};
  }

  /// No sheet can take this name.
  void put_a_folder_in_the_way() const {
    std::filesystem::create_directory(folder / "album.cue");
  }

  bool is_kept(const Error &error) const {
    if (error.stash().empty()) return false;
    const auto saved = open_stash(error.stash());
    auto pcm = silence(disc.length());
    saved.stash->read(0, pcm);
    return saved.disc == disc && pcm == audio() && mode_of(error.stash()) == 0700;
  }
  static bool is_in(const std::filesystem::path &place, const Error &error) {
    return std::filesystem::path{error.stash()}.parent_path() == place;
  }
  const std::filesystem::path &cache() const { return cache_; }

 private:
  std::filesystem::path in_folder(const std::string &name) const {
    std::filesystem::create_directory(folder);
    return folder / name;
  }

  std::filesystem::path cache_;
};

/// While it lives, this process may not write into `folder`.
class ReadOnly {
 public:
  explicit ReadOnly(const std::filesystem::path &folder) : folder_{folder} {
    ::chmod(folder_.c_str(), 0500);
    if (user_ == 0) set_user(65534);  // root may everywhere
  }
  ~ReadOnly() {
    if (user_ == 0) set_user(0);
    ::chmod(folder_.c_str(), 0700);
  }
  ReadOnly(const ReadOnly &) = delete;
  ReadOnly &operator=(const ReadOnly &) = delete;

 private:
  static void set_user(uid_t user) {
    if (::seteuid(user) != 0) throw std::runtime_error{"no other user"};
  }

  std::filesystem::path folder_;
  uid_t user_ = ::geteuid();
};

}  // namespace

REDBOOK_TEST(test_audio_is_kept_beside_an_image_that_cannot_be_published) {
  Burning burning;
  burning.put_a_folder_in_the_way();

  const auto error = burning.burn().value();

  ck_assert(burning.is_kept(error) && Burning::is_in(burning.folder, error));
  ck_assert(burning.keeps_stash);
  assert_text(error.what(),
              std::string{"A folder stands where the disc image is to be."} + kept);
}

REDBOOK_TEST(test_error_has_the_command_that_makes_the_image) {
  Burning burning{"it's my album.cue"};
  std::filesystem::create_directory(burning.folder / "it's my album.cue");

  const auto error = burning.burn().value();

  const auto last_line = error.detail().substr(error.detail().rfind('\n') + 1);
  assert_text(last_line, "redbook-burner --export '" + error.stash() + "' '" +
                             burning.folder.string() + "/it'\\''s my album.cue'");
}

REDBOOK_TEST(test_command_names_the_disc_of_a_set) {
  Burning burning;
  burning.put_a_folder_in_the_way();
  burning.which = {.disc = 2, .discs = 3, .capacity = Blocks{360000}};

  const auto error = burning.burn().value();

  const auto last_line = error.detail().substr(error.detail().rfind('\n') + 1);
  assert_text(last_line, "redbook-burner --export '" + error.stash() + "' '" +
                             burning.folder.string() +
                             "/album-2.cue' --disc 2 --capacity 360000");
}

REDBOOK_TEST(test_command_names_the_format_where_the_name_does_not) {
  for (const auto *kind : image_kinds()) {
    Burning burning{"album", format_of(std::string{"x"} + kind->ending, {})};
    std::filesystem::remove_all(burning.folder);

    const auto error = burning.burn().value();

    const auto name = std::string{"/album"} + kind->ending + '\'';
    ck_assert_msg(error.detail().ends_with(name), "%s", error.detail().c_str());
  }
}

REDBOOK_TEST(test_audio_of_a_folder_that_is_gone_is_kept_in_the_cache) {
  for (const auto *name : {"album.cue", "album.toc", "album.ddp"}) {
    Burning burning{name};
    std::filesystem::remove_all(burning.folder);

    const auto error = burning.burn().value();

    ck_assert(burning.is_kept(error) && Burning::is_in(burning.cache(), error));
  }
}

REDBOOK_TEST(test_audio_for_a_folder_that_became_read_only_is_kept_in_the_cache) {
  Burning burning;
  const auto parent_of_cache = burning.cache().parent_path();
  std::filesystem::create_directories(parent_of_cache);
  for (const auto &folder :
       {parent_of_cache, parent_of_cache.parent_path(), burning.parent.path()})
    std::filesystem::permissions(folder, std::filesystem::perms::all);
  std::optional<Error> error;

  {
    const ReadOnly read_only{burning.folder};
    error = burning.burn();
  }

  ck_assert(burning.is_kept(*error) && Burning::is_in(burning.cache(), *error));
}

REDBOOK_TEST(test_full_disk_that_takes_no_stash_says_so_and_loses_nothing) {
  Burning burning;
  std::optional<Error> error;

  {
    const FileSizeLimit disk_full{10};
    error = burning.burn();
  }

  ck_assert(error->result() == Result::not_enough_disk_for_stash);
  ck_assert(std::string{error->what()}.find("The audio could not be kept:") !=
            std::string::npos);
  ck_assert(error->stash().empty() && !burning.keeps_stash);
  ck_assert(!burning.burn());
  ck_assert(contents(burning.folder / "album.bin").size() == burning.audio().size());
}

REDBOOK_TEST(test_second_failure_names_the_same_folder) {
  Burning burning;
  burning.put_a_folder_in_the_way();

  const auto first = burning.burn().value();
  const auto second = burning.burn().value();

  assert_text(second.stash(), first.stash());
}

REDBOOK_TEST(test_what_was_kept_goes_when_the_image_is_made) {
  Burning burning;
  burning.put_a_folder_in_the_way();
  const auto error = burning.burn().value();
  std::filesystem::remove(burning.folder / "album.cue");

  const auto second = burning.burn();

  ck_assert(!second && !burning.keeps_stash);
  ck_assert(!std::filesystem::exists(error.stash()));
  ck_assert(contents(burning.folder / "album.bin").size() == burning.audio().size());
  ck_assert_uint_eq(mode_of(burning.folder / "album.bin"),
                    mode_of(burning.folder / "album.cue"));
}

REDBOOK_TEST(test_what_was_kept_of_an_earlier_disc_stays) {
  Burning burning;
  burning.put_a_folder_in_the_way();
  const auto first = burning.burn().value();
  burning.stash = burning.destination.new_stash();
  burning.stash->write(0, burning.audio());

  const auto second = burning.burn().value();
  std::filesystem::remove(burning.folder / "album.cue");
  const auto third = burning.burn();

  ck_assert(first.stash() != second.stash());
  ck_assert(burning.is_kept(first));
  ck_assert(!third && !std::filesystem::exists(second.stash()));
}

REDBOOK_TEST(test_image_that_has_the_audio_keeps_its_access_rights) {
  Burning burning;
  burning.burn();
  const auto rights = mode_of(burning.folder / "album.bin");
  std::filesystem::remove(burning.folder / "album.cue");
  burning.put_a_folder_in_the_way();

  const auto error = burning.burn().value();

  ck_assert(burning.is_kept(error));
  ck_assert_uint_eq(mode_of(burning.folder / "album.bin"), rights);
}

REDBOOK_TEST(test_cancelled_image_leaves_nothing_and_can_be_made) {
  Burning burning;
  std::stop_source stop;
  stop.request_stop();

  const auto cancelled = burning.burn(stop.get_token());

  ck_assert(!cancelled && !burning.keeps_stash);
  ck_assert(std::filesystem::is_empty(burning.folder));
  ck_assert(!std::filesystem::exists(burning.cache()));
  ck_assert(!burning.burn());
}
