package io.github.camelvtiger.benchmarks.suite;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.batik.svggen.SVGGraphics2D;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.style.Styler;

/**
 * A plot as an SVG file. The axis of what varies is logarithmic, since that is doubled or ten times as much from one measurement to the next.
 *
 * @param curves for each way the values by what varies
 */
record Plot(String title, String x, String y, Map<String, Map<Long, Double>> curves) {

    private static final int WIDTH = 800;
    private static final int HEIGHT = 480;

    void write(Path file) throws IOException {
        XYChart chart = new XYChartBuilder()
                .width(WIDTH)
                .height(HEIGHT)
                .title(title)
                .xAxisTitle(x)
                .yAxisTitle(y)
                .theme(Styler.ChartTheme.Matlab)
                .build();
        chart.getStyler().setXAxisLogarithmic(true).setYAxisMin(0.0).setLegendPosition(Styler.LegendPosition.OutsideE);
        curves.forEach((way, values) -> {
            List<Number> at = new ArrayList<>(values.keySet());
            chart.addSeries(way, at, new ArrayList<>(values.values()));
        });
        SVGGraphics2D svg = new SVGGraphics2D(document());
        chart.paint(svg, WIDTH, HEIGHT);
        try (Writer writer = Files.newBufferedWriter(file)) {
            svg.stream(writer, true);
        }
    }

    private static org.w3c.dom.Document document() throws IOException {
        try {
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .getDOMImplementation()
                    .createDocument("http://www.w3.org/2000/svg", "svg", null);
        } catch (ParserConfigurationException e) {
            throw new IOException(e);
        }
    }
}
