/**
 * Records as JSON and back: the one form in which the cache, journals, kept answers and results of tasks are written.
 *
 * <p>Reading follows the declared types of a record's components, so that nothing else is ever made than records, lists,
 * maps and plain values that the asked record can consist of.
 */
@NullMarked
package org.macrostate.engine.record;

import org.jspecify.annotations.NullMarked;
