"""Words that the generated records are made of, Vietnamese and English side by side; real countries, invented facts."""

from __future__ import annotations

from typing import Final

Pair = tuple[str, str]

# ISO code, names, region, rough latitude and longitude.
COUNTRIES: Final[tuple[tuple[str, str, str, str, float, float], ...]] = (
    ("jp", "Nhật Bản", "Japan", "east-asia", 36, 138),
    ("kr", "Hàn Quốc", "South Korea", "east-asia", 36, 128),
    ("cn", "Trung Quốc", "China", "east-asia", 33, 110),
    ("sg", "Singapore", "Singapore", "southeast-asia", 1.3, 103.8),
    ("la", "Lào", "Laos", "southeast-asia", 18, 103),
    ("th", "Thái Lan", "Thailand", "southeast-asia", 15, 101),
    ("us", "Hoa Kỳ", "United States", "north-america", 39, -98),
    ("au", "Úc", "Australia", "oceania", -28, 140),
    ("fr", "Pháp", "France", "europe", 47, 2),
    ("de", "Đức", "Germany", "europe", 51, 10),
    ("ru", "Liên bang Nga", "Russia", "europe", 56, 45),
    ("gb", "Vương quốc Anh", "United Kingdom", "europe", 53, -1),
    ("in", "Ấn Độ", "India", "south-asia", 21, 78),
    ("my", "Malaysia", "Malaysia", "southeast-asia", 4, 102),
    ("id", "Indonesia", "Indonesia", "southeast-asia", -5, 110),
    ("ph", "Philippines", "Philippines", "southeast-asia", 14, 121),
    ("kh", "Campuchia", "Cambodia", "southeast-asia", 12, 105),
    ("it", "Ý", "Italy", "europe", 43, 12),
    ("nl", "Hà Lan", "Netherlands", "europe", 52, 5),
    ("be", "Bỉ", "Belgium", "europe", 50.5, 4.5),
    ("ch", "Thụy Sĩ", "Switzerland", "europe", 47, 8),
    ("se", "Thụy Điển", "Sweden", "europe", 60, 16),
    ("no", "Na Uy", "Norway", "europe", 61, 9),
    ("fi", "Phần Lan", "Finland", "europe", 62, 26),
    ("dk", "Đan Mạch", "Denmark", "europe", 56, 10),
    ("pl", "Ba Lan", "Poland", "europe", 52, 19),
    ("cz", "Séc", "Czechia", "europe", 50, 15),
    ("hu", "Hungary", "Hungary", "europe", 47, 19),
    ("bg", "Bulgaria", "Bulgaria", "europe", 43, 25),
    ("es", "Tây Ban Nha", "Spain", "europe", 40, -4),
    ("pt", "Bồ Đào Nha", "Portugal", "europe", 39.5, -8),
    ("ca", "Canada", "Canada", "north-america", 50, -100),
    ("mx", "Mexico", "Mexico", "latin-america", 23, -102),
    ("br", "Brazil", "Brazil", "latin-america", -15, -50),
    ("ar", "Argentina", "Argentina", "latin-america", -35, -64),
    ("cl", "Chile", "Chile", "latin-america", -33, -71),
    ("cu", "Cuba", "Cuba", "latin-america", 22, -79),
    ("nz", "New Zealand", "New Zealand", "oceania", -41, 174),
    ("ae", "Các Tiểu vương quốc Ả Rập Thống nhất", "United Arab Emirates", "west-asia", 24, 54),
    ("il", "Israel", "Israel", "west-asia", 31.5, 35),
    ("tr", "Thổ Nhĩ Kỳ", "Türkiye", "west-asia", 39, 35),
    ("sa", "Ả Rập Xê Út", "Saudi Arabia", "west-asia", 24, 45),
    ("za", "Nam Phi", "South Africa", "africa", -29, 24),
    ("eg", "Ai Cập", "Egypt", "africa", 27, 30),
    ("ma", "Maroc", "Morocco", "africa", 32, -6),
    ("kz", "Kazakhstan", "Kazakhstan", "west-asia", 48, 67),
    ("mn", "Mông Cổ", "Mongolia", "east-asia", 47, 104),
    ("by", "Belarus", "Belarus", "europe", 53, 28),
    ("at", "Áo", "Austria", "europe", 47.5, 14),
    ("pk", "Pakistan", "Pakistan", "south-asia", 30, 70),
)
SECTORS: Final[tuple[Pair, ...]] = (
    ("Du lịch", "Tourism"),
    ("Logistics", "Logistics"),
    ("Công nghệ số", "Digital technology"),
    ("Công nghiệp công nghệ cao", "High-tech industry"),
    ("Giáo dục", "Education"),
    ("Y tế", "Health"),
    ("Môi trường", "Environment"),
    ("Đô thị thông minh", "Smart city"),
    ("Văn hóa", "Culture"),
    ("Tài chính", "Finance"),
    ("Nông nghiệp và thủy sản", "Agriculture and fisheries"),
    ("Đổi mới sáng tạo", "Innovation"),
    ("Lao động", "Labour"),
    ("Năng lượng", "Energy"),
    ("Cảng biển", "Seaports"),
    ("Hàng không", "Aviation"),
    ("Khoa học", "Science"),
    ("Đối ngoại", "Foreign relations"),
)
BODIES: Final[tuple[tuple[str, str, str], ...]] = (
    ("city-department", "Sở", "Department of"),
    ("city-department", "Ban Quản lý", "Management Board for"),
    ("city-department", "Trung tâm", "Centre for"),
    ("association", "Hội", "Association for"),
    ("university", "Viện", "Institute of"),
    ("company", "Công ty", "Company for"),
)
SYLLABLES: Final = ("ka", "shi", "ro", "ma", "ne", "ta", "lu", "ben", "dor", "vi", "san", "mo", "ri", "el", "go", "pa")
PARTNER_KINDS: Final[tuple[tuple[str, str, str], ...]] = (
    ("city", "Thành phố", "City"),
    ("province", "Tỉnh", "Province"),
    ("state", "Bang", "State"),
    ("region", "Vùng", "Region"),
    ("district", "Quận", "District"),
)
ACTIONS: Final[tuple[Pair, ...]] = (
    ("Xây dựng kế hoạch", "Draw up a plan for"),
    ("Tổ chức hội thảo về", "Hold a seminar on"),
    ("Rà soát, đề xuất cơ chế cho", "Review and propose mechanisms for"),
    ("Kêu gọi nguồn lực quốc tế cho", "Mobilise international resources for"),
    ("Khảo sát, học tập kinh nghiệm về", "Study other cities' experience of"),
    ("Đào tạo, bồi dưỡng nhân lực về", "Train staff for"),
    ("Số hóa thủ tục về", "Put procedures online for"),
    ("Ký kết và triển khai thỏa thuận về", "Sign and carry out agreements on"),
    ("Thu hút đầu tư vào", "Attract investment in"),
    ("Lập danh mục dự án ưu tiên về", "List priority projects in"),
    ("Báo cáo hằng năm kết quả về", "Report every year on the results of"),
    ("Phối hợp truyền thông đối ngoại về", "Join in external communication on"),
)
OBJECTS: Final[tuple[Pair, ...]] = (
    ("du lịch đường thủy và sản phẩm về đêm", "waterway tourism and night-time products"),
    ("vận tải đa phương thức và trung tâm logistics", "multimodal transport and logistics centres"),
    ("vi mạch bán dẫn và trí tuệ nhân tạo", "semiconductors and artificial intelligence"),
    ("khu thương mại tự do gắn với cảng Liên Chiểu", "the free trade zone linked with Lien Chieu port"),
    ("giao lưu thanh niên, học bổng và trao đổi giảng viên", "youth exchange, scholarships and visiting lecturers"),
    ("xử lý nước thải, rác thải và thích ứng biến đổi khí hậu", "wastewater, waste and adaptation to climate change"),
    ("giao thông công cộng và đô thị thông minh", "public transport and the smart city"),
    ("khám chữa bệnh chất lượng cao cho người nước ngoài", "high-quality health care for foreign residents"),
    ("lễ hội, bảo tàng và bảo tồn di sản", "festivals, museums and the care of heritage"),
    ("trung tâm tài chính quốc tế", "the international financial centre"),
    ("nông nghiệp hữu cơ và chế biến thủy sản", "organic farming and seafood processing"),
    ("khởi nghiệp đổi mới sáng tạo", "innovative start-ups"),
    ("đường bay thẳng đến các thị trường trọng điểm", "direct flights to the main markets"),
    ("bảo hộ công dân và quản lý đoàn ra, đoàn vào", "consular protection and the conduct of delegations"),
    ("viện trợ phi chính phủ nước ngoài", "foreign non-governmental aid"),
    ("năng lượng tái tạo và lưới điện thông minh", "renewable energy and smart grids"),
)
REASONS: Final[tuple[Pair, ...]] = (
    (
        "Bảo đảm thiết thực, hiệu quả, phù hợp với định hướng phát triển của thành phố đến năm 2030.",
        "See that it is practical and effective, and in line with the city's development until 2030.",
    ),
    (
        "Gắn trách nhiệm của từng cơ quan với tiến độ cụ thể và báo cáo Ủy ban nhân dân thành phố theo quý.",
        "Tie each agency's duty to a timetable and report to the City People's Committee every quarter.",
    ),
    (
        "Lồng ghép với các chương trình đang thực hiện để không phát sinh thêm đầu mối.",
        "Join it with programmes already under way, so that no further contact point is needed.",
    ),
    (
        "Huy động sự tham gia của doanh nghiệp, trường đại học và cộng đồng người Việt Nam ở nước ngoài.",
        "Bring in businesses, universities and the Vietnamese community abroad.",
    ),
)
DONE: Final[tuple[Pair, ...]] = (
    ("đã cử đoàn chuyên gia sang trao đổi về", "sent experts to exchange experience of"),
    ("đã tài trợ dự án thí điểm về", "funded a pilot project on"),
    ("đã đồng tổ chức diễn đàn về", "hosted a joint forum on"),
    ("đã tiếp nhận cán bộ của thành phố học tập về", "received city officials for training in"),
    ("đã trao tặng trang thiết bị phục vụ", "donated equipment for"),
)
REPORTS: Final[tuple[Pair, ...]] = (
    (
        "Đã họp hai lần với các cơ quan phối hợp, thống nhất đề cương và phân công cụ thể.",
        "Met the coordinating agencies twice, agreed the outline and divided the work.",
    ),
    (
        "Đã trình Ủy ban nhân dân thành phố dự thảo kế hoạch, đang chờ ý kiến.",
        "Sent the draft plan to the City People's Committee and awaits its opinion.",
    ),
    (
        "Đã hoàn thành, kết quả được công bố trên trang thông tin của cơ quan.",
        "Completed; the result is published on the agency's website.",
    ),
)
PLACES: Final = ("mục I.{}", "Phụ lục I, dòng {}", "Phụ lục II, mục II.{}", "Điều {}", "Phần I, mục {}")
