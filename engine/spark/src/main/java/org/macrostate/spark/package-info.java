/**
 * Apache Spark as a cluster of the program's tasks: {@link org.macrostate.spark.SparkMain} is started by
 * {@code spark-submit} and takes the same commands as {@code macrostate}.
 *
 * <p>A job is sent as text, once to each executor, which derives and compiles the model and then does any of its tasks.
 * Results come back as bytes, in batches, and are put together by the program itself.
 */
@NullMarked
package org.macrostate.spark;

import org.jspecify.annotations.NullMarked;
