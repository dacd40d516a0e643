#include "tests/support/hygiene.h"
