package org.macrostate.reports.document;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReferenceTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            arXiv:2310.15440                         | https://arxiv.org/abs/2310.15440
            arxiv: 2310.15440v2                      | https://arxiv.org/abs/2310.15440v2
            arXiv:cond-mat/9504001                   | https://arxiv.org/abs/cond-mat/9504001
            doi:10.1103/PhysRevE.52.4225             | https://doi.org/10.1103/PhysRevE.52.4225
            https://example.org/paper                | https://example.org/paper
            arXiv:2310.15440}\\input{x}              | ""
            javascript:alert(1)                      | ""
            D. Saad and S. Solla, Phys. Rev. E 52    | ""
            """)
    void identifiers_become_links_and_all_else_stays_text(String cite, String address) {
        assertEquals(address, Reference.of(cite).address());
    }
}
