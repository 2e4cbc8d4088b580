// Read once for all files of an executable, as in src/pch.
#include <check.h>
#undef fail

#include <fstream>
#include <sstream>

#include "../../src/pch/standard.hpp"
