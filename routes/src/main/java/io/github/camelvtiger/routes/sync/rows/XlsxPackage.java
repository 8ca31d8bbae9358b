package io.github.camelvtiger.routes.sync.rows;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * What has to be known of a workbook before its rows are read.
 *
 * @param startsIn1904 whether its days are counted from 1904 instead of 1900
 */
record XlsxPackage(boolean startsIn1904) {

    /**
     * The part of the heap that the XML of a workbook's shared texts may take. Excel keeps each different text once, apart
     * from the cells, and a reader needs all of them at hand; a text takes up to four times as much memory as its XML.
     */
    private static final int SHARE_OF_HEAP = 8;

    private static final XMLInputFactory XML = factory();

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }

    static long mostSharedText() {
        return Runtime.getRuntime().maxMemory() / SHARE_OF_HEAP;
    }

    /**
     * @param mostSharedText how many bytes the XML of the shared texts may have
     * @throws BadFileException if the file is not a workbook, or too large for this memory
     */
    static XlsxPackage inspect(Path file, long mostSharedText) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            requireWorkbook(zip);
            requireFitting(zip, mostSharedText);
            return new XlsxPackage(startsIn1904(zip));
        } catch (ZipException | XMLStreamException e) {
            throw new BadFileException(
                    "The workbook is damaged or was not copied whole; copy it again, or open it in Excel and save it.",
                    new IOException(e));
        }
    }

    private static void requireWorkbook(ZipFile zip) {
        if (entry(zip, "xl/workbook.bin").isPresent()) {
            throw ofOtherKind("a binary Excel workbook (.xlsb)");
        }
        if (entry(zip, "content.xml").isPresent()) {
            throw ofOtherKind("an OpenDocument table (.ods) or text");
        }
        if (zip.stream()
                .noneMatch(entry -> entry.getName().toLowerCase(Locale.ROOT).startsWith("xl/"))) {
            throw ofOtherKind("a ZIP archive, but not an Excel workbook");
        }
    }

    private static BadFileException ofOtherKind(String kind) {
        return new BadFileException("The file is " + kind + "; save its table as .xlsx or CSV, and drop that file.");
    }

    /** The size that the archive's directory claims is not believed. */
    private static void requireFitting(ZipFile zip, long most) throws IOException {
        Optional<? extends ZipEntry> texts = entry(zip, "xl/sharedStrings.xml");
        if (texts.isEmpty()) {
            return;
        }
        try (InputStream in = zip.getInputStream(texts.get())) {
            if (in.skip(most) == most && in.read() >= 0) {
                throw new BadFileException("The texts of the workbook are larger than " + most / (1 << 20)
                        + " MB, which does not fit into this application's memory; save the table as CSV, or start the"
                        + " application with more memory (-Xmx).");
            }
        }
    }

    private static boolean startsIn1904(ZipFile zip) throws IOException, XMLStreamException {
        Optional<? extends ZipEntry> workbook = entry(zip, "xl/workbook.xml");
        if (workbook.isEmpty()) {
            return false;
        }
        try (InputStream in = zip.getInputStream(workbook.get())) {
            XMLStreamReader xml = XML.createXMLStreamReader(in);
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT
                        && xml.getLocalName().equals("workbookPr")) {
                    String value = xml.getAttributeValue(null, "date1904");
                    return "1".equals(value) || "true".equals(value);
                }
            }
            return false;
        }
    }

    private static Optional<? extends ZipEntry> entry(ZipFile zip, String name) {
        return zip.stream()
                .filter(each -> each.getName().equalsIgnoreCase(name))
                .findFirst();
    }
}
