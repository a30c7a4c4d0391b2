/** What is printed for users runs as it is printed: README, pages, help, schemas, the catalogue of errors. */
@NullMarked
package org.macrostate.tests.documentation;

import org.jspecify.annotations.NullMarked;
