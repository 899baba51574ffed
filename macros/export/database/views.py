"""Views of the database: questions that readers ask often, each as a query over the tables.

They leave out what was retired. Names of their columns are those of the tables where they hold the same.
"""

from __future__ import annotations

from typing import Final

VIEWS: Final[dict[str, str]] = {
    "agreements_in_force": """
        SELECT a.id, a.partner, a.partner_name, a.country, a.country_name, a.instrument_name, a.signed, a.expires
        FROM agreements a WHERE a.status = 'in-force' AND a.retired_date IS NULL
        ORDER BY a.expires IS NULL, a.expires, a.id""",
    "agreements_expiring": """
        SELECT a.id, a.partner, a.partner_name, a.country_name, a.signed, a.expires,
               CAST(julianday(a.expires) - julianday((SELECT value FROM about WHERE field = 'as_of')) AS INTEGER) days
        FROM agreements a
        WHERE a.status = 'in-force' AND a.expires IS NOT NULL AND a.retired_date IS NULL
        ORDER BY a.expires, a.id""",
    "agreements_by_year": """
        SELECT substr(a.signed, 1, 4) year, count(*) signed, sum(a.status = 'in-force') in_force
        FROM agreements a WHERE a.retired_date IS NULL GROUP BY 1 ORDER BY 1""",
    "partners_by_country": """
        SELECT c.id country, c.name country_name, count(DISTINCT p.id) partners, count(a.id) agreements,
               coalesce(sum(a.status = 'in-force'), 0) in_force
        FROM countries c JOIN partners p ON c.id IN (p.country, p.territory) AND p.retired_date IS NULL
        LEFT JOIN agreements a ON a.partner = p.id AND a.retired_date IS NULL
        GROUP BY c.id ORDER BY 3 DESC, 1""",
    "tasks_overdue": """
        SELECT t.id, t.plan_name, t.number, t.title, t.lead_today_name, t.due
        FROM tasks t WHERE t.status = 'overdue' AND t.retired_date IS NULL ORDER BY t.due, t.id""",
    "tasks_by_agency": """
        SELECT g.id agency, g.name agency_name, count(*) leads, sum(t.status = 'done') done,
               sum(t.status = 'overdue') overdue, sum(t.status = 'not-reported') not_reported
        FROM agencies g JOIN task_agencies l ON l.agency = g.id AND l.role = 'lead_today'
        JOIN tasks t ON t.id = l.task AND t.retired_date IS NULL
        GROUP BY g.id ORDER BY 3 DESC, 1""",
    "tasks_by_sector": """
        SELECT s.id sector, s.name sector_name, count(*) tasks, sum(t.status = 'overdue') overdue
        FROM sectors s JOIN task_sectors l ON l.sector = s.id
        JOIN tasks t ON t.id = l.task AND t.retired_date IS NULL
        GROUP BY s.id ORDER BY 3 DESC, 1""",
    "sources_of_records": """
        SELECT s.list, s.record, s.part, d.title document, d.number, d.date, s.locator, d.url
        FROM sources s JOIN documents d ON d.id = s.document
        ORDER BY s.list, s.record, s.part, s.position""",
}
"""Each view by its name, with its query."""
