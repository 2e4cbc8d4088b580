/// What a fuzz target says of its input, for the replay of the seeds.
#pragma once

namespace redbook::test {

/// Set by a target whose reader took the input for what it is meant to be. A seed that is
/// refused at once leads to nothing that is behind.
inline bool is_accepted = false;

}  // namespace redbook::test
