package org.macrostate.reports.latex;

import org.macrostate.reports.document.PaperWidth;

/** What every document loads. */
final class LatexPreamble {
    /** Latin Modern where it is installed; without it TeX's own fonts, which need no T1. */
    static final String TEXT = """
            \\documentclass[11pt,a4paper]{article}
            \\usepackage[margin=25mm]{geometry}
            \\IfFileExists{lmodern.sty}{\\usepackage[T1]{fontenc}\\usepackage{lmodern}}{}
            \\usepackage{amsmath,amssymb}
            \\usepackage{graphicx}
            \\usepackage{array,booktabs,longtable}
            \\usepackage{microtype}
            \\usepackage{xcolor}
            \\usepackage{hyperref}
            \\hypersetup{colorlinks=true, allcolors=blue!55!black}
            \\allowdisplaybreaks
            \\setlength{\\jot}{6pt}
            % a figure or table at its place in the text, in its section, in one piece
            \\makeatletter
            \\newenvironment{placed}[1]{\\par\\addvspace{\\intextsep}\\noindent\\begin{minipage}{\\textwidth}%
              \\def\\@captype{#1}\\centering}{\\end{minipage}\\par\\addvspace{\\intextsep}}
            \\makeatother
            \\tolerance=1000
            \\setlength{\\emergencystretch}{8em}
            % the same bytes for the same report
            \\pdfinfoomitdate=1
            \\pdftrailerid{}
            """;

    /** Width of a line in em: A4 less its margins, at 11 points. */
    static final double LINE = PaperWidth.TEXT.line();

    private LatexPreamble() {}
}
