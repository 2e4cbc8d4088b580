/// What can be asked of the player, by its buttons and over D-Bus.
#pragma once

#include <gio/gio.h>

#include "studio.hpp"

namespace player {

/// Actions of the application, which GApplication puts on D-Bus under its own name:
///
///   play, pause, next, previous, burn, cancel, dismiss    as the buttons do
///   play-song (i)       the song at this place of the list, from 1
///   seek (d)            seconds
///   destination (s)     state: a drive such as /dev/sr0, or the path of an image
///   verify              state: a boolean
///   playlist-status     state: empty, reading, ready, or unreadable
///   playback-status     state: stopped, or playing or paused and the song's place
///   recorders           state: of each drive the path and what is in it: /dev/sr0 blank
///   burn-status         state: idle, or a stage of a burn
///   burn-words          state: what the user is told of it
///
/// The last five tell, and cannot be changed. Both must outlive their use.
void add_actions(GActionMap *map, Studio &studio);

}  // namespace player
