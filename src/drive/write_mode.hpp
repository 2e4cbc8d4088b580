/// How a drive writes a disc.
#pragma once

namespace redbook {

/// automatic: session at once if drive and medium offer it, else track at once.
enum class WriteMode { automatic = 0, sao = 1, tao = 2 };

/// auto, sao or tao.
const char *name_of(WriteMode mode);

}  // namespace redbook
