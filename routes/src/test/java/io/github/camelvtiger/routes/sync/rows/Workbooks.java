package io.github.camelvtiger.routes.sync.rows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Workbooks as Excel writes them: the parts of the archive are texts of the test. */
final class Workbooks {

    private static final String NAMESPACE = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";

    private static final String RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private final List<String> formats = new ArrayList<>(List.of(""));
    private final Map<String, String> sheets = new LinkedHashMap<>();
    private final Map<String, String> states = new LinkedHashMap<>();
    private final List<String> texts = new ArrayList<>();
    private String properties = "<workbookPr/>";

    /** @return the number of the style that has a format code, or the id of a built-in format */
    int style(String format) {
        formats.add(format);
        return formats.size() - 1;
    }

    Workbooks startsIn1904(String value) {
        properties = "<workbookPr date1904=\"" + value + "\"/>";
        return this;
    }

    /** @param rows the XML of its rows */
    Workbooks sheet(String name, String... rows) {
        sheets.put(name, String.join("", rows));
        return this;
    }

    Workbooks hidden(String name, String... rows) {
        states.put(name, " state=\"hidden\"");
        return sheet(name, rows);
    }

    /** @return a cell with that text, kept where Excel keeps texts */
    String text(String reference, String text) {
        texts.add(text);
        return "<c r=\"" + reference + "\" t=\"s\"><v>" + (texts.size() - 1) + "</v></c>";
    }

    static String number(String reference, String number, int style) {
        return "<c r=\"" + reference + "\" s=\"" + style + "\"><v>" + number + "</v></c>";
    }

    static String row(int number, String... cells) {
        return "<row r=\"" + number + "\">" + String.join("", cells) + "</row>";
    }

    Path write(Path file) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            part(zip, "[Content_Types].xml", contentTypes());
            part(zip, "xl/workbook.xml", workbook());
            part(zip, "xl/_rels/workbook.xml.rels", relations());
            part(zip, "xl/styles.xml", styles());
            part(zip, "xl/sharedStrings.xml", sharedStrings());
            int number = 0;
            for (String rows : sheets.values()) {
                part(
                        zip,
                        "xl/worksheets/sheet" + ++number + ".xml",
                        "<worksheet " + NAMESPACE + "><sheetData>" + rows + "</sheetData></worksheet>");
            }
        }
        return file;
    }

    private static void part(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(("<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + text).getBytes(StandardCharsets.UTF_8));
    }

    private static String contentTypes() {
        String type = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
        return "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                + "<Override PartName=\"/xl/workbook.xml\" ContentType=\"" + type + "sheet.main+xml\"/>"
                + "<Override PartName=\"/xl/sharedStrings.xml\" ContentType=\"" + type + "sharedStrings+xml\"/>"
                + "<Override PartName=\"/xl/styles.xml\" ContentType=\"" + type + "styles+xml\"/></Types>";
    }

    private String workbook() {
        StringBuilder xml =
                new StringBuilder("<workbook " + NAMESPACE + " xmlns:r=\"" + RELATIONS + "\">" + properties);
        xml.append("<sheets>");
        int number = 0;
        for (String name : sheets.keySet()) {
            number++;
            xml.append("<sheet name=\"" + name + "\" sheetId=\"" + number + "\"" + states.getOrDefault(name, "")
                    + " r:id=\"rId" + number + "\"/>");
        }
        return xml.append("</sheets></workbook>").toString();
    }

    private String relations() {
        StringBuilder xml = new StringBuilder(
                "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">");
        for (int number = 1; number <= sheets.size(); number++) {
            xml.append("<Relationship Id=\"rId" + number + "\" Type=\"" + RELATIONS
                    + "/worksheet\" Target=\"worksheets/sheet" + number + ".xml\"/>");
        }
        return xml.append("</Relationships>").toString();
    }

    private String styles() {
        StringBuilder codes = new StringBuilder();
        StringBuilder uses = new StringBuilder();
        for (int style = 0; style < formats.size(); style++) {
            String format = formats.get(style);
            boolean builtIn = format.matches("[0-9]*") && !format.matches("0{2,}");
            int id = builtIn ? format.isEmpty() ? 0 : Integer.parseInt(format) : 164 + style;
            if (!builtIn) {
                codes.append("<numFmt numFmtId=\"" + id + "\" formatCode=\"" + format.replace("\"", "&quot;") + "\"/>");
            }
            uses.append("<xf numFmtId=\"" + id + "\"/>");
        }
        return "<styleSheet " + NAMESPACE + "><numFmts>" + codes + "</numFmts><cellXfs>" + uses
                + "</cellXfs></styleSheet>";
    }

    private String sharedStrings() {
        StringBuilder xml = new StringBuilder("<sst " + NAMESPACE + ">");
        texts.forEach(text -> xml.append("<si><r><t xml:space=\"preserve\">" + text + "</t></r></si>"));
        return xml.append("</sst>").toString();
    }
}
