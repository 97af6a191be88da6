document.getElementById("plaats").textContent = "Deze woorden staan er alleen als scripts mogen draaien.";
