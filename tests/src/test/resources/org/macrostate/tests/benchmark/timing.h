/* Shared by the reference programs: input on standard input, the result and the time of one evaluation on output. */
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

static double now(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return t.tv_sec + 1e-9 * t.tv_nsec;
}

static void read_numbers(double *into, int count) {
    for (int i = 0; i < count; i++) {
        if (scanf("%lf", &into[i]) != 1) {
            fprintf(stderr, "number %d of %d is missing\n", i, count);
            exit(2);
        }
    }
}

static void print_numbers(const double *numbers, int count) {
    for (int i = 0; i < count; i++) {
        printf("%.17g\n", numbers[i]);
    }
}

/*
 * Nanoseconds a call of f: the least of many batches of a fraction of a millisecond, shorter than the time slices in which
 * a busy machine gives its processors to others.
 */
static double least_time(void (*f)(void)) {
    long calls = 1;
    double best = 1e300;
    for (;;) {
        double batch = 1e300;
        for (int i = 0; i < 20; i++) {
            double from = now();
            for (long j = 0; j < calls; j++) {
                f();
            }
            double time = now() - from;
            batch = time < batch ? time : batch;
        }
        if (batch > 2e-4) {
            break;
        }
        calls *= 2;
    }
    /* from here on: on a busy machine finding the number of calls may take longer than the measurement */
    double until = now() + 2;
    for (int batch = 0; batch < 5 || now() < until; batch++) {
        double from = now();
        for (long i = 0; i < calls; i++) {
            f();
        }
        double time = (now() - from) / calls;
        best = time < best ? time : best;
    }
    return 1e9 * best;
}
