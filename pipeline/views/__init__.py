"""The screen: what the home keeps comes in, pages a teacher decides on go out. Streamlit lives here and in app.py."""
