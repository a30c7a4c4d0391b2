/* A function that sleeps: calibration alone takes longer than the time that is measured. */
#define _POSIX_C_SOURCE 199309L
#include "timing.h"

static void sleep_a_while(void) {
    struct timespec t = {0, 110000000};
    nanosleep(&t, 0);
}

int main(void) {
    printf("%.17g\n", least_time(sleep_a_while));
    return 0;
}
