package org.macrostate.engine.gallery;

/**
 * One page of a gallery.
 *
 * @param isStudy whether it is a study's report; else it is a model's live page
 * @param address of the page, from the index
 * @param note one line on what is there
 */
public record GalleryEntry(String name, String title, boolean isStudy, String address, String note) {}
