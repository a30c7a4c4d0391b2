/**
 * Speed, measured by JMH: one class for each claim of speed the README makes, named after what it measures.
 *
 * <p>Not run by the tests. {@code mvn -q -pl tests -am -Pbenchmark verify} runs them all, and
 * {@code -Dbenchmark='Name -f 1 -wi 2 -i 3'} passes arguments to JMH.
 */
@NullMarked
package org.macrostate.tests.benchmark;

import org.jspecify.annotations.NullMarked;
