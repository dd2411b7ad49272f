using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using LiaisonBot.Conversation.Sheets;
using NodaTime;
using Paper = LiaisonBot.Conversation.Sheets.Paper;

namespace LiaisonBot.Sheets.Docx;

/// <summary>
/// Writes a .docx in the layout of official papers (GB/T 9704—2012): A4 with 37 mm above, 28 mm left, 26 mm right and
/// 35 mm below; the title in 小标宋 of 22 pt, text in 仿宋 of 16 pt, 22 lines a page; the page's number below, outside. A
/// red head belongs to an organ and is not made. Fonts that are not there are replaced by those of their kind.
/// </summary>
internal static class DocxWriter
{
    /// <summary>Twentieths of a point; a millimetre is 56.7 of them.</summary>
    private const int Above = 2098;
    private const int Left = 1588;
    private const int Right = 1474;
    private const int Below = 1985;
    private const int PageWidth = 11906;
    private const int PageHeight = 16838;
    private const int TextWidth = PageWidth - Left - Right;

    /// <summary>22 lines on the 225 mm between the margins.</summary>
    private const int LinePitch = 579;

    /// <summary>Half points.</summary>
    private const int TitleSize = 44;
    private const int TextSize = 32;
    private const int TableSize = 24;
    private const int NumberSize = 28;

    private const string TitleFont = "方正小标宋简体";
    private const string TextFont = "仿宋_GB2312";
    private const string HeadFont = "黑体";
    private const string PlainFont = "宋体";
    private const string LatinFont = "Times New Roman";

    /// <summary>What stands in where a font is not there.</summary>
    private static readonly (string Name, string Else, string Family)[] Fonts =
    [
        (TitleFont, "方正小标宋_GBK;FZXiaoBiaoSong-B05S;宋体", "roman"),
        (TextFont, "仿宋;FangSong;FangSong_GB2312", "modern"),
        (HeadFont, "SimHei", "modern"),
        (PlainFont, "SimSun", "roman"),
        (LatinFont, "Liberation Serif", "roman"),
    ];

    public static byte[] Write(Paper paper, Instant made)
    {
        using var stream = new MemoryStream();
        using (var file = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            file.PackageProperties.Title = Kept(paper.Title);
            file.PackageProperties.Creator = "LiaisonBot";
            file.PackageProperties.Created = file.PackageProperties.Modified = made.ToDateTimeUtc();
            var main = file.AddMainDocumentPart();
            main.AddNewPart<StyleDefinitionsPart>().Styles = Styles();
            main.AddNewPart<FontTablePart>().Fonts = new(Fonts.Select(font =>
                new Font(
                    new AltName { Val = font.Else },
                    new FontFamily
                    {
                        Val = font.Family == "roman"
                        ? FontFamilyValues.Roman
                        : FontFamilyValues.Modern
                    })
                { Name = font.Name }));
            main.AddNewPart<DocumentSettingsPart>().Settings = new(new EvenAndOddHeaders());
            var body = new Body(
                Line(paper.Title, TitleFont, TitleSize, JustificationValues.Center, after: LinePitch / 2, exactly: 0),
                Line(paper.Below, TextFont, TextSize, JustificationValues.Center, after: LinePitch / 2));
            foreach (var part in paper.Parts)
            {
                body.Append(Part(part));
            }

            var day = Line(paper.Day, TextFont, TextSize, JustificationValues.Right, before: LinePitch);
            // Two characters from the edge.
            day.ParagraphProperties!.Indentation = new() { Right = Whole(TextSize * 20), RightChars = 200 };
            body.Append(day);
            body.Append(new SectionProperties(
                new FooterReference { Type = HeaderFooterValues.Default, Id = Number(main, JustificationValues.Right) },
                new FooterReference { Type = HeaderFooterValues.Even, Id = Number(main, JustificationValues.Left) },
                new PageSize { Width = PageWidth, Height = PageHeight },
                new PageMargin
                {
                    Top = Above,
                    Right = Right,
                    Bottom = Below,
                    Left = Left,
                    Header = 851,
                    Footer = 1588,
                    Gutter = 0
                },
                new DocGrid { Type = DocGridValues.Lines, LinePitch = LinePitch }));
            main.Document = new(body);
        }

        return stream.ToArray();
    }

    private static IEnumerable<OpenXmlElement> Part(PaperPart part)
    {
        switch (part)
        {
            case PaperPart.Heading heading:
                var head = Line(heading.Text, HeadFont, TextSize, JustificationValues.Left, indent: true);
                head.ParagraphProperties!.KeepNext = new();
                yield return head;
                break;
            case PaperPart.Paragraph paragraph:
                yield return Line(paragraph.Text, TextFont, TextSize, JustificationValues.Both, indent: true);
                break;
            case PaperPart.Form form:
                yield return FormOf(form);
                break;
            case PaperPart.Table table:
                yield return TableOf(table);
                // Two tables without a line between them would be one.
                yield return Line("", TextFont, TableSize, JustificationValues.Left);
                break;
            default:
                throw new ArgumentException($"{part.GetType().Name} is not written.", nameof(part));
        }
    }

    /// <summary>Four columns: label, value, label, value; a row with one value has it over three of them.</summary>
    private static Table FormOf(PaperPart.Form form)
    {
        int[] widths = [.. Widths([17, 33, 17, 33])];
        var table = Bordered(widths);
        foreach (var row in form.Rows)
        {
            var cells = row.Count == 1
                ? new[]
                {
                    Cell(row[0].Label, widths[0], HeadFont, JustificationValues.Center),
                    Cell(row[0].Value, widths[1] + widths[2] + widths[3], TextFont, JustificationValues.Left, span: 3)
                }
                : [.. row.SelectMany((cell, i) =>
                    new[]
                    {
                        Cell(cell.Label, widths[i * 2], HeadFont, JustificationValues.Center),
                        Cell(cell.Value, widths[(i * 2) + 1], TextFont, JustificationValues.Left)
                    })];
            table.Append(new TableRow([
                new TableRowProperties(new TableRowHeight { Val = LinePitch, HeightType = HeightRuleValues.AtLeast }),
                .. cells
            ]));
        }

        return table;
    }

    private static Table TableOf(PaperPart.Table content)
    {
        int[] widths = [.. Widths(content.Widths)];
        var table = Bordered(widths);
        table.Append(new TableRow([
            new TableRowProperties(new CantSplit(), new TableHeader()),
            .. content.Head.Select((text, i) => Cell(text, widths[i], HeadFont, JustificationValues.Center)),
        ]));
        foreach (var row in content.Rows)
        {
            table.Append(new TableRow([
                new TableRowProperties(new CantSplit()),
                .. row.Select((text, i) =>
                    Cell(
                        text,
                        widths[i],
                        TextFont,
                        i == 0 || text.Length > 12 ? JustificationValues.Left : JustificationValues.Center))
            ]));
        }

        return table;
    }

    private static IEnumerable<int> Widths(IReadOnlyList<int> parts) =>
        parts.Select(part => TextWidth * part / parts.Sum());

    private static Table Bordered(IReadOnlyList<int> widths)
    {
        var line = BorderValues.Single;
        return new(
            new TableProperties(
                new TableWidth { Width = Whole(widths.Sum()), Type = TableWidthUnitValues.Dxa },
                new TableJustification { Val = TableRowAlignmentValues.Center },
                new TableBorders(
                    new TopBorder { Val = line, Size = 4 },
                    new LeftBorder { Val = line, Size = 4 },
                    new BottomBorder { Val = line, Size = 4 },
                    new RightBorder { Val = line, Size = 4 },
                    new InsideHorizontalBorder { Val = line, Size = 4 },
                    new InsideVerticalBorder { Val = line, Size = 4 }),
                new TableLayout { Type = TableLayoutValues.Fixed }),
            new TableGrid(widths.Select(width => new GridColumn { Width = Whole(width) })));
    }

    private static TableCell Cell(string text, int width, string font, JustificationValues align, int span = 1)
    {
        var properties = new TableCellProperties(new TableCellWidth
        {
            Width = Whole(width),
            Type = TableWidthUnitValues.Dxa
        });
        if (span > 1)
        {
            properties.Append(new GridSpan { Val = span });
        }

        properties.Append(new TableCellVerticalAlignment { Val = TableVerticalAlignmentValues.Center });
        return new([
            properties,
            .. text.ReplaceLineEndings("\n")
                .Split('\n')
                .Select(line => Line(line, font, TableSize, align, exactly: 400))
        ]);
    }

    /// <param name="exactly">Height of a line; 0 for as high as its letters.</param>
    private static Paragraph Line(
        string text,
        string font,
        int size,
        JustificationValues align,
        bool indent = false,
        int before = 0,
        int after = 0,
        int exactly = LinePitch)
    {
        var spacing = new SpacingBetweenLines { Before = Whole(before), After = Whole(after) };
        if (exactly > 0)
        {
            (spacing.Line, spacing.LineRule) = (Whole(exactly), LineSpacingRuleValues.Exact);
        }

        var properties = new ParagraphProperties
        {
            SpacingBetweenLines = spacing,
            Justification = new() { Val = align }
        };
        if (indent)
        {
            properties.Indentation = new() { FirstLine = Whole(size * 20), FirstLineChars = 200 };
        }

        return new(properties, Letters(text, font, size));
    }

    private static Run Letters(string text, string font, int size) =>
        new(Look(font, size), new Text(Kept(text)) { Space = SpaceProcessingModeValues.Preserve });

    private static RunProperties Look(string font, int size) => new(
        new RunFonts { Ascii = LatinFont, HighAnsi = LatinFont, EastAsia = font, ComplexScript = LatinFont },
        new FontSize { Val = Whole(size) }, new FontSizeComplexScript { Val = Whole(size) });

    /// <summary>— 1 —, a character from the outer edge.</summary>
    private static string Number(MainDocumentPart main, JustificationValues side)
    {
        var part = main.AddNewPart<FooterPart>();
        var indentation = side == JustificationValues.Right
            ? new Indentation { Right = Whole(NumberSize * 10), RightChars = 100 }
            : new Indentation { Left = Whole(NumberSize * 10), LeftChars = 100 };
        part.Footer = new(new Paragraph(
            new ParagraphProperties { Indentation = indentation, Justification = new() { Val = side } },
            Letters("— ", PlainFont, NumberSize),
            new SimpleField(Letters("1", PlainFont, NumberSize)) { Instruction = " PAGE " },
            Letters(" —", PlainFont, NumberSize)));
        return main.GetIdOfPart(part);
    }

    private static Styles Styles() => new(
        new DocDefaults(
            new RunPropertiesDefault(new RunPropertiesBaseStyle(
                new RunFonts
                {
                    Ascii = LatinFont,
                    HighAnsi = LatinFont,
                    EastAsia = TextFont,
                    ComplexScript = LatinFont
                },
                new FontSize { Val = Whole(TextSize) },
                new Languages { Val = "en-US", EastAsia = "zh-CN" })),
            new ParagraphPropertiesDefault()),
        new Style(new StyleName { Val = "Normal" })
        {
            Type = StyleValues.Paragraph,
            Default = true,
            StyleId = "Normal"
        });

    private static string Whole(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>Without what XML cannot hold.</summary>
    private static string Kept(string text) =>
        string.Concat(text.EnumerateRunes()
            .Where(r => r.Value > 0xFFFF || System.Xml.XmlConvert.IsXmlChar((char)r.Value)));
}
