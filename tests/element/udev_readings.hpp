/// Drives as `udevadm info` prints them, the lines that are not about drives left out.
#pragma once

#include <string>

namespace redbook::test {

/// A DVD writer without a disc.
inline const std::string empty_writer =
    "E: ID_CDROM=1\n"
    "E: ID_CDROM_CD=1\n"
    "E: ID_CDROM_CD_R=1\n"
    "E: ID_CDROM_CD_RW=1\n"
    "E: ID_CDROM_DVD=1\n"
    "E: ID_CDROM_DVD_PLUS_R=1\n"
    "E: ID_CDROM_DVD_R=1\n"
    "E: ID_CDROM_DVD_RAM=1\n"
    "E: ID_CDROM_MRW=1\n"
    "E: ID_CDROM_MRW_W=1\n"
    "E: ID_VENDOR=HL-DT-ST\n"
    "E: ID_MODEL=DVDRAM_GH24NSD1\n"
    "E: ID_REVISION=LG00\n"
    "E: SYSTEMD_READY=0\n";

/// What a blank CD-R adds to that.
inline const std::string blank_cd_r =
    "E: ID_CDROM_MEDIA=1\n"
    "E: ID_CDROM_MEDIA_CD_R=1\n"
    "E: ID_CDROM_MEDIA_STATE=blank\n"
    "E: ID_CDROM_MEDIA_SESSION_NEXT=1\n"
    "E: ID_CDROM_MEDIA_SESSION_COUNT=1\n"
    "E: ID_CDROM_MEDIA_TRACK_COUNT=1\n";

inline const std::string audio_cd_rw =
    "E: ID_CDROM_MEDIA=1\n"
    "E: ID_CDROM_MEDIA_CD_RW=1\n"
    "E: ID_CDROM_MEDIA_STATE=complete\n"
    "E: ID_CDROM_MEDIA_SESSION_COUNT=1\n"
    "E: ID_CDROM_MEDIA_TRACK_COUNT=12\n"
    "E: ID_CDROM_MEDIA_TRACK_COUNT_AUDIO=12\n";

inline const std::string open_data_cd_r =
    "E: ID_CDROM_MEDIA=1\n"
    "E: ID_CDROM_MEDIA_CD_R=1\n"
    "E: ID_CDROM_MEDIA_STATE=appendable\n"
    "E: ID_CDROM_MEDIA_TRACK_COUNT_DATA=1\n"
    "E: ID_FS_TYPE=iso9660\n";

/// A pressed one has no state.
inline const std::string pressed_cd =
    "E: ID_CDROM_MEDIA=1\n"
    "E: ID_CDROM_MEDIA_CD=1\n"
    "E: ID_CDROM_MEDIA_TRACK_COUNT_AUDIO=12\n";

inline const std::string blank_dvd =
    "E: ID_CDROM_MEDIA=1\n"
    "E: ID_CDROM_MEDIA_DVD_R=1\n"
    "E: ID_CDROM_MEDIA_STATE=blank\n";

}  // namespace redbook::test
