using System.Text;
using System.Xml;

namespace LiaisonBot.Sheets.Xlsx;

/// <summary>
/// One part of a package, read forward. What the XML reader would keep without a limit (depth, names, attributes, long
/// texts) is limited here; all reading goes through <see cref="Read"/>, since the reader's own ways to skip or to
/// collect know no limits.
/// </summary>
internal sealed class XlsxPart : IDisposable
{
    // ECMA-376: the namespaces of spreadsheets and of relationships, in the transitional and in the strict form.
    private static readonly string[] Main =
    [
        "http://schemas.openxmlformats.org/spreadsheetml/2006/main", "http://purl.oclc.org/ooxml/spreadsheetml/main",
        "http://schemas.openxmlformats.org/package/2006/relationships",
    ];

    private static readonly string[] Links =
        [
            "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
            "http://purl.oclc.org/ooxml/officeDocument/relationships"
        ];

    private readonly XmlReader xml;
    private readonly XlsxCost cost;

    public XlsxPart(Stream content, XlsxCost cost)
    {
        this.cost = cost;
        xml = XmlReader.Create(new CountedStream(content, cost), new()
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            CloseInput = true,
            NameTable = new LimitedNames(),
            MaxCharactersInDocument = XlsxLimits.UnpackedBytes,
        });
    }

    public int Depth => xml.Depth;

    /// <summary>Of the element at which the reader stands; empty for one that is not of a spreadsheet.</summary>
    public string Name => Main.Contains(xml.NamespaceURI) ? xml.LocalName : "";

    public bool IsEmpty => xml.IsEmptyElement;

    /// <summary>Goes to the root; false when it is another one.</summary>
    public bool Root(string name)
    {
        while (Read())
        {
            if (xml.NodeType == XmlNodeType.Element)
            {
                return Name == name;
            }
        }

        return false;
    }

    /// <summary>
    /// Goes to the next child of an element, from wherever inside it the reader stands. At the end, the reader has left
    /// all children.
    /// </summary>
    /// <param name="parent">Depth of the element.</param>
    public bool NextChild(int parent)
    {
        if (xml.Depth == parent && (xml.IsEmptyElement || xml.NodeType == XmlNodeType.EndElement))
        {
            return false;
        }

        while (Read() && xml.Depth > parent)
        {
            if (xml.NodeType == XmlNodeType.Element && xml.Depth == parent + 1)
            {
                return true;
            }
        }

        return false;
    }

    public string? Attribute(string name) => xml.GetAttribute(name);

    /// <summary>True for 1 and true, as XML writes them.</summary>
    public bool Flag(string name) => Attribute(name) is "1" or "true";

    /// <summary>The id of the relationship that the element names.</summary>
    public string? Link() => Links.Select(space => xml.GetAttribute("id", space)).FirstOrDefault(id => id is not null);

    /// <summary>The text in the element, without what stands in elements inside it.</summary>
    public string Text()
    {
        var depth = xml.Depth;
        if (xml.IsEmptyElement)
        {
            return "";
        }

        string text = "";
        StringBuilder? more = null;
        while (Read() && xml.Depth > depth)
        {
            if (xml.Depth > depth + 1
                || xml.NodeType is not (XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace))
            {
                continue;
            }

            if (text.Length == 0)
            {
                text = xml.Value;
                continue;
            }

            more ??= new(text);
            more.Append(xml.Value);
            XlsxCost.Hold(more.Length <= XlsxLimits.NodeBytes);
        }

        return more?.ToString() ?? text;
    }

    public void Dispose() => xml.Dispose();

    private bool Read()
    {
        cost.NextNode();
        var read = xml.Read();
        XlsxCost.Hold(xml.Depth <= XlsxLimits.Depth);
        return read;
    }

    /// <summary>Counts what is unpacked.</summary>
    private sealed class CountedStream(Stream unpacked, XlsxCost cost) : Stream
    {
        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override int Read(Span<byte> buffer)
        {
            var read = unpacked.Read(buffer);
            cost.Unpacked(read);
            return read;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            if (disposing)
            {
                unpacked.Dispose();
            }

            base.Dispose(disposing);
        }
    }

    /// <summary>Names that an XML reader meets, up to a limit.</summary>
    private sealed class LimitedNames : XmlNameTable
    {
        private readonly NameTable names = new();
        private int units;

        public override string Add(char[] array, int offset, int length) =>
            names.Get(array, offset, length) ?? Taken(length, names.Add(array, offset, length));

        public override string Add(string array) => names.Get(array) ?? Taken(array.Length, names.Add(array));

        public override string? Get(char[] array, int offset, int length) => names.Get(array, offset, length);

        public override string? Get(string array) => names.Get(array);

        private string Taken(int length, string name)
        {
            XlsxCost.Hold((units += length + XlsxLimits.NameCost) <= XlsxLimits.NameUnits);
            return name;
        }
    }
}
