/**
 * The analyses that there are: one line each, and with it a command, an item of study files and a section of reports.
 */
@NullMarked
package org.macrostate.engine.registry;

import org.jspecify.annotations.NullMarked;
