package org.macrostate.reports.figure;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.util.List;

/** A canvas of pixels, in the light colours. */
record RasterCanvas(Graphics2D graphics) implements Canvas {

    @Override
    public void line(double[] points, Pen pen) {
        float[] dash = pen.dash().lengths;
        graphics.setColor(Color.decode(pen.colour().light()));
        graphics.setStroke(
                dash.length == 0
                        ? new BasicStroke((float) pen.width(), BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND)
                        : new BasicStroke(
                                (float) pen.width(), BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, dash, 0));
        var path = new Path2D.Double();
        trace(path, points);
        graphics.draw(path);
    }

    @Override
    public void area(List<double[]> loops, Colour fill, double opacity) {
        var path = new Path2D.Double(Path2D.WIND_EVEN_ODD);
        for (double[] loop : loops) {
            trace(path, loop);
            path.closePath();
        }
        Color colour = Color.decode(fill.light());
        graphics.setColor(
                new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), (int) Math.round(255 * opacity)));
        graphics.fill(path);
    }

    @Override
    public void disc(double x, double y, double radius, Colour fill) {
        graphics.setColor(Color.decode(fill.light()));
        graphics.fill(new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius));
    }

    @Override
    public void text(String plain, Lettering t) {
        RichText rich = RichText.of(plain);
        double width =
                rich.runs().stream().mapToDouble(run -> advance(run, t.size())).sum();
        AffineTransform before = graphics.getTransform();
        graphics.translate(t.x(), t.y());
        graphics.rotate(t.upright() ? -Math.PI / 2 : 0);
        graphics.setColor(Color.decode(t.colour().light()));
        double at = t.anchor() == Anchor.START ? 0 : t.anchor() == Anchor.MIDDLE ? -width / 2 : -width;
        for (RichText.Run run : rich.runs()) {
            graphics.setFont(font(run, t.size()));
            graphics.drawString(run.text(), (float) at, (float) (-run.rise() * t.size()));
            at += advance(run, t.size());
        }
        graphics.setTransform(before);
    }

    private double advance(RichText.Run run, double size) {
        return font(run, size)
                .getStringBounds(run.text(), graphics.getFontRenderContext())
                .getWidth();
    }

    private static Font font(RichText.Run run, double size) {
        return new Font(Font.SANS_SERIF, run.italic() ? Font.ITALIC : Font.PLAIN, 1)
                .deriveFont((float) (run.scale() * size));
    }

    private static void trace(Path2D path, double[] points) {
        for (int i = 0; i < points.length; i += 2) {
            if (i == 0) {
                path.moveTo(points[0], points[1]);
            } else {
                path.lineTo(points[i], points[i + 1]);
            }
        }
    }
}
