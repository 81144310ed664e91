// Date lines.
#include <doctest/doctest.h>
