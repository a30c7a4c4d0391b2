package org.macrostate.reports.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class PngFigureTest {
    private final Map<String, Figure> figures = new Examples().figures();

    @Test
    void pictures_have_the_width_asked_for_and_show_the_colours_of_their_layers() throws Exception {
        Map<Integer, Integer> seen = colours(picture("curves", 900));
        assertTrue(seen.getOrDefault(0x0072B2, 0) > 200, "blue of the first curve");
        assertTrue(seen.getOrDefault(0xD55E00, 0) > 200, "vermillion of the second");
        assertEquals(900, picture("curves", 900).getWidth());
    }

    @Test
    void regions_cover_as_much_of_the_picture_as_they_have_cells() throws Exception {
        BufferedImage image = picture("phases", 1200);
        Map<Integer, Integer> seen = colours(image);
        double learned = seen.getOrDefault(0xA9CDE6, 0);
        double collapsed = seen.getOrDefault(0xFBE3D0, 0);
        // Between x = 0, x = 1 + y, y = 0.1 and x = 2.8, less the rows that are undecided; axis labels and lines hide a
        // little.
        double expected = (1.9 * 2.8 - 0.5 * (1.7 * 1.7)) / (0.5 * 1.7 * 1.7);
        assertEquals(expected, learned / collapsed, 0.15 * expected);
    }

    @Test
    void a_picture_of_no_width_or_a_monstrous_one_is_refused() {
        Figure figure = Objects.requireNonNull(figures.get("empty"));
        assertThrows(IllegalArgumentException.class, () -> PngFigure.render(figure, 0));
        var refused = assertThrows(IllegalArgumentException.class, () -> PngFigure.render(figure, 1_000_000));
        assertTrue(String.valueOf(refused.getMessage()).contains("1000000"));
    }

    private BufferedImage picture(String name, int width) throws Exception {
        byte[] png = PngFigure.render(Objects.requireNonNull(figures.get(name)), width);
        return Objects.requireNonNull(ImageIO.read(new ByteArrayInputStream(png)));
    }

    private static Map<Integer, Integer> colours(BufferedImage image) {
        var seen = new HashMap<Integer, Integer>();
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                seen.merge(image.getRGB(x, y) & 0xFFFFFF, 1, Integer::sum);
            }
        }
        return seen;
    }
}
