/*
 * Online learning of an erf teacher by an erf committee: the equations of Saad and Solla (Physical Review E 52, 4225,
 * 1995), plain loops over units with sums over symmetric pairs halved. Compile with -DK=student units -DT=teacher units.
 * Reads the learning rate and a state Q (upper triangle, row by row), R (K x T); prints rates and the time of one
 * evaluation.
 */
#include <math.h>
#include "timing.h"

#define UNITS (K + T)
#define LENGTH (K * (K + 1) / 2 + K * T)

static double eta, state[LENGTH], out[LENGTH];
static double c[UNITS][UNITS];

static double i3(int i, int k, int n) {
    double one = 1 + c[i][i];
    return 2 / M_PI * (c[k][n] * one - c[i][k] * c[i][n])
            / (one * sqrt(one * (1 + c[n][n]) - c[i][n] * c[i][n]));
}

static double i4(int i, int k, int n, int m) {
    double one = 1 + c[i][i], two = 1 + c[k][k], both = c[i][k];
    double l4 = one * two - both * both;
    double l0 = l4 * c[n][m] - c[k][n] * c[k][m] * one - c[i][n] * c[i][m] * two + both * c[i][n] * c[k][m]
            + both * c[i][m] * c[k][n];
    double l1 = l4 * (1 + c[n][n]) - c[k][n] * c[k][n] * one - c[i][n] * c[i][n] * two
            + 2 * both * c[i][n] * c[k][n];
    double l2 = l4 * (1 + c[m][m]) - c[k][m] * c[k][m] * one - c[i][m] * c[i][m] * two
            + 2 * both * c[i][m] * c[k][m];
    return 4 / (M_PI * M_PI) / sqrt(l4) * asin(l0 / sqrt(l1 * l2));
}

static double error_times_field(int i, int k) {
    double sum = 0;
    for (int n = 0; n < UNITS; n++) {
        double term = i3(i, k, n);
        sum += n < K ? -term : term;
    }
    return sum;
}

static double error_squared(int i, int k) {
    double sum = 0;
    for (int n = 0; n < UNITS; n++) {
        for (int m = n; m < UNITS; m++) {
            double term = (n == m ? 1 : 2) * i4(i, k, n, m);
            sum += (n < K) == (m < K) ? term : -term;
        }
    }
    return sum;
}

static void rates(const double *s, double *restrict d) {
    for (int i = 0; i < K; i++) {
        for (int k = i; k < K; k++) {
            c[i][k] = c[k][i] = *s++;
        }
    }
    for (int i = 0; i < K; i++) {
        for (int n = K; n < UNITS; n++) {
            c[i][n] = c[n][i] = *s++;
        }
    }
    for (int i = 0; i < K; i++) {
        for (int k = i; k < K; k++) {
            *d++ = eta * (error_times_field(i, k) + error_times_field(k, i)) + eta * eta * error_squared(i, k);
        }
    }
    for (int i = 0; i < K; i++) {
        for (int n = K; n < UNITS; n++) {
            *d++ = eta * error_times_field(i, n);
        }
    }
}

static void evaluate(void) {
    rates(state, out);
    __asm__ volatile("" : : "r"(out), "r"(state) : "memory");
}

int main(void) {
    for (int n = K; n < UNITS; n++) {
        c[n][n] = 1;
    }
    read_numbers(&eta, 1);
    read_numbers(state, LENGTH);
    evaluate();
    print_numbers(out, LENGTH);
    printf("%.6g\n", least_time(evaluate));
    return 0;
}
