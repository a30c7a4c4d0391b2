/**
 * A site of static pages: a live page for each bundled model, a report for each bundled study, an index. Comes in: names.
 * Leaves: a folder of HTML files that load nothing from elsewhere.
 */
@NullMarked
package org.macrostate.engine.gallery;

import org.jspecify.annotations.NullMarked;
