package org.macrostate.engine.cache;

/** What kind of value follows. */
enum Tag {
    EARLIER,
    RECORD,
    TEXT,
    TRUE,
    FALSE,
    INT,
    DOUBLE,
    FRACTION,
    LIST,
    PRESENT,
    EMPTY,
    ENUM,
    MAP
}
