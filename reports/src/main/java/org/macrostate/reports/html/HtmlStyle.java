package org.macrostate.reports.html;

/** The look of a report: a paper's, light or dark as the reader's screen, black on white in print. */
final class HtmlStyle {
    static final String TEXT = """
            :root { color-scheme: light dark; --paper: #fff; --ink: #1b1b1f; --faint: #5d5f66; --rule: #c9cbd1; --link: #1c4f9c; --tint: #f4f5f7; }
            @media (prefers-color-scheme: dark) {
              :root { --paper: #16181d; --ink: #e4e5e9; --faint: #a0a3ac; --rule: #41454f; --link: #8ab4f8; --tint: #21242b; }
            }
            html { background: var(--paper); color: var(--ink); font: 17px/1.55 'Latin Modern Roman', 'STIX Two Text', Charter, Georgia, 'Liberation Serif', serif; }
            body { margin: 0; padding: 2.5rem 1.2rem 4rem; }
            main { max-width: 46rem; margin: 0 auto; }
            h1 { font-size: 1.75rem; line-height: 1.25; text-align: center; font-weight: 600; margin: .5rem 0 2rem; overflow-wrap: anywhere; }
            h2 { font-size: 1.3rem; margin: 2.4rem 0 .8rem; } h3 { font-size: 1.08rem; margin: 1.8rem 0 .6rem; } h4, h5, h6 { font-size: 1rem; }
            h2, h3, h4, h5, h6 { line-height: 1.3; overflow-wrap: anywhere; } .number { margin-right: .5em; }
            p, li, figcaption, caption, footer { overflow-wrap: anywhere; } p { margin: .7rem 0; hyphens: auto; }
            .abstract { margin: 0 2.5rem 2rem; font-size: .95rem; } .abstract h2 { font-size: 1rem; text-align: center; margin: 0; }
            a { color: var(--link); text-decoration: none; } a:hover { text-decoration: underline; }
            code, pre { font: .85em/1.5 'Latin Modern Mono', 'DejaVu Sans Mono', Menlo, Consolas, monospace; }
            pre { background: var(--tint); padding: .8rem 1rem; overflow-x: auto; border-radius: 4px; white-space: pre-wrap; overflow-wrap: anywhere; }
            math { font-family: 'Latin Modern Math', 'STIX Two Math', 'Cambria Math', math; font-size: 1.06em; }
            .equations { overflow-x: auto; overflow-y: hidden; margin: 1rem 0; }
            .equations table { border-collapse: collapse; width: 100%; } .equations td { padding: .38rem 0; white-space: nowrap; vertical-align: baseline; }
            .equations td.left { text-align: right; } .equations td.right { text-align: left; }
            .equations td.pad, .equations td.tag { width: 50%; } .equations td.tag { text-align: right; padding-left: 1.5rem; } .equations td.pad { padding-left: 3rem; }
            .equations td.alone { text-align: center; } .equations tr:target, .wide:target, figure:target { background: var(--tint); }
            .wide { overflow-x: auto; margin: 1.4rem 0; } table.data { border-collapse: collapse; margin: 0 auto; font-size: .93rem; border-top: 1.5px solid var(--ink); border-bottom: 1.5px solid var(--ink); }
            table.data caption { padding-bottom: .5rem; font-size: .95rem; } table.data th, table.data td { padding: .22rem .8rem; font-weight: normal; vertical-align: baseline; }
            table.data thead th { border-bottom: 1px solid var(--ink); } .c { text-align: center; } .l { text-align: left; }
            .r { text-align: right; font-variant-numeric: tabular-nums; }
            figure { margin: 1.8rem 0; text-align: center; } figure svg { max-width: 100%; height: auto; } figcaption { font-size: .95rem; margin: .4rem 1.5rem 0; text-align: left; }
            .name { font-weight: 600; } .references ol { padding-left: 1.8rem; } .references li::marker { content: "[" counter(list-item) "] "; }
            footer { margin-top: 3rem; padding-top: .8rem; border-top: 1px solid var(--rule); color: var(--faint); font-size: .8rem; }
            @media (max-width: 50rem) { body { padding: 1.2rem .8rem 3rem; } .abstract { margin: 0 0 2rem; } p, li, figcaption { overflow-x: auto; overflow-y: hidden; } }
            @media print {
              :root { color-scheme: light; --paper: #fff; --ink: #000; --faint: #444; --rule: #999; --link: #000; --tint: #f2f2f2; }
              html { font-size: 10.5pt; } body { padding: 0; } main { max-width: none; } figure, .equations tr, pre { break-inside: avoid; } h2, h3 { break-after: avoid; }
            }
            """;

    private HtmlStyle() {}
}
