package org.macrostate.reports.figure;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Consumer;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageOutputStream;
import org.macrostate.reports.document.VisibleText;

/** Figures as PNG files, in light colours; no display is needed, but some font is. */
public final class PngFigure {
    private static final int MOST = 20_000;

    private PngFigure() {}

    /**
     * The figure as the bytes of a PNG file.
     *
     * @throws IllegalArgumentException unless {@code 1 <= widthPixels <= 20000}
     */
    public static byte[] render(Figure figure, int widthPixels) {
        FigureLayout layout = FigureLayout.of(figure);
        return drawn(
                widthPixels,
                layout.width(),
                layout.height(),
                figure.madeBy(),
                graphics -> Painting.paint(figure, layout, new RasterCanvas(graphics)));
    }

    /** A sheet of figures as the bytes of a PNG file, in the same way. */
    public static byte[] render(FigureSheet sheet, int widthPixels) {
        FigureSheet.Plan plan = sheet.plan();
        return drawn(
                widthPixels,
                plan.width() * sheet.columns(),
                plan.height() * sheet.rows().size(),
                sheet.madeBy(),
                graphics -> sheet.placed().forEach(place -> {
                    Graphics2D moved = (Graphics2D) graphics.create();
                    moved.translate(place.column() * plan.width(), place.row() * plan.height());
                    Painting.paint(place.figure(), FigureLayout.of(place.figure()), new RasterCanvas(moved));
                    moved.dispose();
                }));
    }

    private static byte[] drawn(
            int widthPixels, double width, double height, String madeBy, Consumer<Graphics2D> painting) {
        if (widthPixels < 1 || widthPixels > MOST) {
            throw new IllegalArgumentException("a picture is 1 to " + MOST + " pixels wide, was to be " + widthPixels);
        }
        if (System.getProperty("java.awt.headless") == null) {
            System.setProperty("java.awt.headless", "true");
        }
        double scale = widthPixels / Math.ceil(width);
        int heightPixels = Math.max(1, (int) Math.round(scale * Math.ceil(height)));
        var image = new BufferedImage(widthPixels, heightPixels, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.scale(scale, scale);
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, (int) Math.ceil(width) + 1, (int) Math.ceil(height) + 1);
        painting.accept(graphics);
        graphics.dispose();
        return written(image, madeBy);
    }

    /** With what made it as a text of the file, under the keyword that the PNG specification has for a program. */
    private static byte[] written(BufferedImage image, String madeBy) {
        var bytes = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
            IIOMetadata metadata = writer.getDefaultImageMetadata(new ImageTypeSpecifier(image), null);
            if (!madeBy.isEmpty()) {
                var entry = new IIOMetadataNode("tEXtEntry");
                entry.setAttribute("keyword", "Software");
                entry.setAttribute("value", VisibleText.of(madeBy));
                var text = new IIOMetadataNode("tEXt");
                text.appendChild(entry);
                var root = new IIOMetadataNode("javax_imageio_png_1.0");
                root.appendChild(text);
                metadata.mergeTree("javax_imageio_png_1.0", root);
            }
            writer.setOutput(out);
            writer.write(new IIOImage(image, List.of(), metadata));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
